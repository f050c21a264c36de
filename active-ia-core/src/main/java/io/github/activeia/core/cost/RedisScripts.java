package io.github.activeia.core.cost;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisURIHelper;

/** Runs scripts on a Redis server. The only class of the package that knows jedis, so that the others load without it. Thread-safe. */
final class RedisScripts implements AutoCloseable {
    private static final int CONNECTIONS = 16;

    private final JedisPooled redis;

    private RedisScripts(JedisPooled redis) {
        this.redis = redis;
    }

    static RedisScripts open(URI server, Duration timeout) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxIdle(CONNECTIONS);
        pool.setMaxWait(timeout);
        pool.setJmxEnabled(false);
        // Its default checks idle connections on a thread of its own; a broken one shows itself at the next call.
        pool.setTimeBetweenEvictionRuns(Duration.ofMillis(-1));
        int millis = (int) timeout.toMillis();
        DefaultJedisClientConfig client = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(millis)
                .socketTimeoutMillis(millis)
                .user(JedisURIHelper.getUser(server))
                .password(JedisURIHelper.getPassword(server))
                .database(JedisURIHelper.getDBIndex(server))
                .ssl(JedisURIHelper.isRedisSSLScheme(server))
                .build();
        int port = server.getPort() < 0 ? Protocol.DEFAULT_PORT : server.getPort();
        return new RedisScripts(new JedisPooled(pool, new HostAndPort(server.getHost(), port), client));
    }

    Object run(String script, List<String> keys, List<String> values) {
        try {
            return redis.eval(script, keys, values);
        } catch (JedisException failure) {
            throw new CostStoreException("Redis did not run a script", failure);
        }
    }

    @Override
    public void close() {
        redis.close();
    }
}
