package io.github.activeia.agents.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.activeia.core.store.RedisServer;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/** States in Redis, as bytes. The one class that needs Jedis, so that the others load without it. Thread-safe. */
final class JedisStates implements AutoCloseable {
    private static final int CONNECTIONS = 16;

    /** Redis runs a script alone, so nothing comes between the comparison and the write. */
    private static final byte[] SWAP =
            """
            if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
            redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
            return 1
            """
                    .getBytes(UTF_8);

    private static final byte[] NOTHING = {};

    private final JedisPooled client;

    private JedisStates(JedisPooled client) {
        this.client = client;
    }

    static JedisStates open(RedisServer server, Duration timeout) {
        return new JedisStates(server.connect(timeout, CONNECTIONS));
    }

    /** A connection that broke while it was idle is no outage: the look is repeated over a new one. */
    byte @Nullable [] get(String key) {
        try {
            return client.get(bytes(key));
        } catch (JedisConnectionException broken) {
            if (broken.getCause() instanceof SocketTimeoutException) {
                throw new StateOutage(broken);
            }
            client.getPool().clear();
            return getAgain(key);
        } catch (JedisException failure) {
            throw new StateOutage(failure);
        }
    }

    /** Writes a state if the one before is still there, and returns whether it was. */
    boolean swap(String key, byte @Nullable [] before, byte[] after, Duration timeToLive) {
        byte[] millis = Long.toString(timeToLive.toMillis()).getBytes(US_ASCII);
        List<byte[]> values = List.of(before == null ? NOTHING : before, after, millis);
        try {
            return Long.valueOf(1).equals(client.eval(SWAP, List.of(bytes(key)), values));
        } catch (JedisException failure) {
            throw new StateOutage(failure);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private byte @Nullable [] getAgain(String key) {
        try {
            return client.get(bytes(key));
        } catch (JedisException failure) {
            throw new StateOutage(failure);
        }
    }

    private static byte[] bytes(String key) {
        return key.getBytes(US_ASCII);
    }
}
