package io.github.activeia.core.cost;

import io.github.activeia.core.store.RedisServer;
import java.time.Duration;
import java.util.List;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.exceptions.JedisException;

/** Runs scripts on a Redis server. The only class of the package that knows jedis, so that the others load without it. Thread-safe. */
final class RedisScripts implements AutoCloseable {
    private static final int CONNECTIONS = 16;

    private final JedisPooled redis;

    private RedisScripts(JedisPooled redis) {
        this.redis = redis;
    }

    static RedisScripts open(RedisServer server, Duration timeout) {
        return new RedisScripts(server.connect(timeout, CONNECTIONS));
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
