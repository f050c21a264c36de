package io.github.activeia.core.store;

import java.net.URI;
import java.time.Duration;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.util.JedisURIHelper;

/** Opens jedis. Apart from {@link RedisServer}, so that an address can be checked without the library. */
final class JedisClients {
    private JedisClients() {}

    static JedisPooled open(URI uri, Duration timeout, int connections) {
        int port = uri.getPort() < 0 ? Protocol.DEFAULT_PORT : uri.getPort();
        DefaultJedisClientConfig client = DefaultJedisClientConfig.builder()
                .user(JedisURIHelper.getUser(uri))
                .password(JedisURIHelper.getPassword(uri))
                .database(JedisURIHelper.getDBIndex(uri))
                .ssl(JedisURIHelper.isRedisSSLScheme(uri))
                .timeoutMillis(Math.toIntExact(timeout.toMillis()))
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .build();
        return new JedisPooled(new HostAndPort(uri.getHost(), port), client, pool(timeout, connections));
    }

    private static ConnectionPoolConfig pool(Duration timeout, int connections) {
        ConnectionPoolConfig config = new ConnectionPoolConfig();
        config.setMaxTotal(connections);
        config.setMaxIdle(connections);
        config.setMaxWait(timeout);
        config.setJmxEnabled(false);
        // Its default checks idle connections on a thread of its own; a broken one shows itself at the next call.
        config.setTimeBetweenEvictionRuns(Duration.ofMillis(-1));
        return config;
    }
}
