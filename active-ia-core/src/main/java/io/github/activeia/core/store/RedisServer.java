package io.github.activeia.core.store;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Faults;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import redis.clients.jedis.JedisPooled;

/** Where a Redis server is, and how to talk to it. Its URI may hold a password, and is never shown. Immutable and thread-safe. */
public final class RedisServer {
    private final URI uri;

    private RedisServer(URI uri) {
        this.uri = uri;
    }

    /**
     * Returns the server at an address; nothing is contacted.
     *
     * @param uri {@code redis://[[user]:password@]host[:port][/database]}, or {@code rediss:} for TLS
     * @throws ConfigurationException if it is no such URI
     */
    public static RedisServer at(URI uri) {
        check(uri, new Faults()).throwIfAny();
        return new RedisServer(uri);
    }

    /** Returns whether a text is an address of Redis. */
    public static boolean isAddress(String text) {
        try {
            return isAddress(new URI(text));
        } catch (URISyntaxException none) {
            return false;
        }
    }

    /** Notes a fault if a URI is not one of Redis; for whoever has more to check. */
    public static Faults check(URI uri, Faults faults) {
        return faults.require(
                isAddress(uri),
                "redis URI",
                "be a Redis URL with a host, and a port and the number of a database if any",
                "not one",
                "write it as redis://localhost:6379/0");
    }

    private static boolean isAddress(URI uri) {
        boolean redis = "redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme());
        return redis && uri.getHost() != null && uri.getPort() <= 65_535 && namesDatabase(uri);
    }

    private static boolean namesDatabase(URI uri) {
        String path = uri.getPath();
        return path == null || path.matches("/?|/\\d{1,4}");
    }

    /**
     * Checks that jedis is there.
     *
     * @param feature what needs it, as the host calls it
     * @throws ConfigurationException if it is missing
     */
    public static void requireJedis(String feature) {
        OptionalLibrary.require(feature, "redis.clients.jedis.UnifiedJedis", "redis.clients:jedis");
    }

    /**
     * Returns a client, which the caller closes; nothing is contacted before its first command. It has no thread of its own.
     *
     * @param timeout how long it waits for a free connection, for a new one to open, and for each reply, at least 1 ms
     * @param connections how many it opens at most, at least 1
     */
    public JedisPooled connect(Duration timeout, int connections) {
        return JedisClients.open(uri, timeout, connections);
    }

    /** Says nothing of the address. */
    @Override
    public String toString() {
        return "RedisServer";
    }
}
