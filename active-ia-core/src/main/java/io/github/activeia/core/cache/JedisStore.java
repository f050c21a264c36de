package io.github.activeia.core.cache;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.activeia.core.store.RedisServer;
import java.time.Duration;
import java.util.Optional;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.params.SetParams;

/** Redis as it is: slow when it is slow, and throwing. The one class that needs Jedis. Thread-safe. */
final class JedisStore implements Cache {
    private static final Duration IO_TIMEOUT = Duration.ofSeconds(1);

    private final UnifiedJedis client;
    private final String keyPrefix;
    private final Runnable onBrokenConnection;

    private JedisStore(UnifiedJedis client, String keyPrefix, Runnable onBrokenConnection) {
        this.client = client;
        this.keyPrefix = keyPrefix;
        this.onBrokenConnection = onBrokenConnection;
    }

    static JedisStore over(UnifiedJedis client, String keyPrefix) {
        return new JedisStore(client, keyPrefix, () -> {});
    }

    /** When one connection is broken, the idle ones probably are too: without them, recovery takes one try and not one for each. */
    static JedisStore connect(RedisServer server, String keyPrefix, int maxConnections) {
        JedisPooled client = server.connect(IO_TIMEOUT, maxConnections);
        return new JedisStore(client, keyPrefix, () -> client.getPool().clear());
    }

    @Override
    public Optional<byte[]> get(CacheKey key) {
        try {
            return Optional.ofNullable(client.get(bytes(key)));
        } catch (JedisConnectionException broken) {
            onBrokenConnection.run();
            throw broken;
        }
    }

    @Override
    public void put(CacheKey key, byte[] value, Duration timeToLive) {
        try {
            client.set(bytes(key), value, SetParams.setParams().px(timeToLive.toMillis()));
        } catch (JedisConnectionException broken) {
            onBrokenConnection.run();
            throw broken;
        }
    }

    @Override
    public void remove(CacheKey key) {
        client.del(bytes(key));
    }

    void close() {
        client.close();
    }

    private byte[] bytes(CacheKey key) {
        return (keyPrefix + key.value()).getBytes(US_ASCII);
    }
}
