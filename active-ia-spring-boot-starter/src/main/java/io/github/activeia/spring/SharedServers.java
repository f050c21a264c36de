package io.github.activeia.spring;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import java.net.URI;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The servers that several nodes share. A URL may hold a password, so it is never part of a message. */
final class SharedServers {
    private final @Nullable String redisUrl;

    SharedServers(@Nullable String redisUrl) {
        this.redisUrl = redisUrl;
    }

    /** Returns where Redis is, or says which property needs it. */
    URI redis(String needing) {
        if (redisUrl == null || redisUrl.isBlank()) {
            throw new ConfigurationException(new Fault(
                    "active-ia.redis-url",
                    "be set when " + needing + " is redis",
                    "missing",
                    "set it, such as redis://localhost"));
        }
        try {
            return URI.create(redisUrl.strip());
        } catch (IllegalArgumentException unreadable) {
            throw new ConfigurationException(new Fault(
                    "active-ia.redis-url", "be a URL", "not one", "write it as redis://[[user]:password@]host[:port]"));
        }
    }

    /** Returns the application's only source of connections, or says which property needs it. */
    static DataSource dataSource(String needing, ObjectProvider<DataSource> connections) {
        DataSource only = connections.getIfUnique();
        if (only == null) {
            throw new ConfigurationException(new Fault(
                    needing,
                    "find one DataSource bean when it is postgres",
                    "without one",
                    "configure spring.datasource, or mark one of several as primary"));
        }
        return only;
    }
}
