package io.github.activeia.core.cache;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.activeia.core.InvalidValueException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.util.JedisURIHelper;

/** Redis as it is: slow when it is slow, and throwing. The one class that needs Jedis. Thread-safe. */
final class JedisStore implements Cache {
    private static final Duration IO_TIMEOUT = Duration.ofSeconds(1);
    private static final int USUAL_PORT = 6379;

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
    static JedisStore connect(URI uri, String keyPrefix, int maxConnections) {
        JedisPooled client = new JedisPooled(address(uri), config(uri), pool(maxConnections));
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

    private static HostAndPort address(URI uri) {
        if (uri.getHost() == null || !(JedisURIHelper.isRedisScheme(uri) || JedisURIHelper.isRedisSSLScheme(uri))) {
            throw new InvalidValueException(
                    "redis URI", "be a Redis URL with a host", "not one", "write it as redis://localhost:6379");
        }
        return new HostAndPort(uri.getHost(), uri.getPort() < 0 ? USUAL_PORT : uri.getPort());
    }

    private static JedisClientConfig config(URI uri) {
        return DefaultJedisClientConfig.builder()
                .user(JedisURIHelper.getUser(uri))
                .password(JedisURIHelper.getPassword(uri))
                .database(JedisURIHelper.getDBIndex(uri))
                .ssl(JedisURIHelper.isRedisSSLScheme(uri))
                .timeoutMillis((int) IO_TIMEOUT.toMillis())
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .build();
    }

    /** As many connections as the guard has threads, so that none waits for another; and no thread that looks after idle ones. */
    private static ConnectionPoolConfig pool(int maxConnections) {
        ConnectionPoolConfig config = new ConnectionPoolConfig();
        config.setMaxTotal(maxConnections);
        config.setMaxIdle(maxConnections);
        config.setMaxWait(IO_TIMEOUT);
        config.setTimeBetweenEvictionRuns(Duration.ofMillis(-1));
        config.setJmxEnabled(false);
        return config;
    }
}
