package io.github.activeia.core.testing;

import java.net.URI;
import java.util.List;
import java.util.UUID;

/**
 * A Redis server, and a prefix that no other test uses. A test begins all its keys with the prefix; what begins with it is
 * deleted at the end. In JUnit, see {@link RedisExtension}. Thread-safe.
 */
public final class TestRedis implements AutoCloseable {
    private final URI uri;
    private final String keyPrefix = "active-ia:" + UUID.randomUUID() + ":";

    private TestRedis(URI uri) {
        this.uri = uri;
    }

    /** Takes a prefix on the server that {@link TestServices#redis()} finds or starts. */
    public static TestRedis create() {
        return new TestRedis(TestServices.redis());
    }

    /** Returns where the server answers; it may hold a password. */
    public URI uri() {
        return uri;
    }

    /** Returns what every key of the test begins with. */
    public String keyPrefix() {
        return keyPrefix;
    }

    /** Deletes every key with the prefix. */
    @Override
    public void close() {
        try (RedisWire wire = RedisWire.connect(uri)) {
            String cursor = "0";
            do {
                List<?> page = (List<?>) wire.ask("SCAN", cursor, "MATCH", keyPrefix + "*", "COUNT", "1000");
                cursor = (String) page.get(0);
                ((List<?>) page.get(1)).forEach(key -> wire.ask("DEL", (String) key));
            } while (!cursor.equals("0"));
        }
    }

    /** Returns the prefix. */
    @Override
    public String toString() {
        return keyPrefix;
    }
}
