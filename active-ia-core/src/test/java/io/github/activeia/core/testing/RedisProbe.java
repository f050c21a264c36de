package io.github.activeia.core.testing;

import io.github.activeia.core.InvalidValueException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;

/** A Redis server that has answered. */
record RedisProbe(URI uri, String version, String origin) {
    static RedisProbe probe(FoundService found) {
        URI uri = uri(found);
        try (RedisWire wire = RedisWire.connect(uri)) {
            wire.ask("PING");
            String server = (String) wire.ask("INFO", "server");
            String version = server.lines()
                    .filter(line -> line.startsWith("redis_version:"))
                    .map(line -> line.substring("redis_version:".length()))
                    .findFirst()
                    .orElse("of unknown version");
            return new RedisProbe(uri, version, found.origin());
        } catch (UncheckedIOException | IllegalStateException failure) {
            throw new InvalidValueException(
                    found.origin(),
                    "lead to a Redis server that answers",
                    uri.getHost() + ":" + uri.getPort() + " (" + failure.getMessage() + ")",
                    "start that server, or unset the variable to have one started");
        }
    }

    private static URI uri(FoundService found) {
        try {
            URI uri = new URI(found.url());
            if ("redis".equals(uri.getScheme()) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            // Its message would repeat the URL, which may hold a password: the one below says what is wrong.
        }
        throw new InvalidValueException(
                found.origin(), "be a Redis URL with a host", "not one", "write it as redis://127.0.0.1:6379");
    }

    @Override
    public String toString() {
        return "Redis " + version + " (" + origin + ") at " + uri.getHost() + ":" + uri.getPort();
    }
}
