package io.github.activeia.spring;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import io.github.activeia.core.cache.Cache;
import io.github.activeia.core.cache.CaffeineCache;
import io.github.activeia.core.cache.PostgresCache;
import io.github.activeia.core.cache.RedisCache;
import io.github.activeia.core.cache.TieredCache;
import io.github.activeia.rag.embedding.Embedder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** The cache of the host, or the one that the properties name, or none. It closes what it opened. */
final class CacheParts implements AutoCloseable {
    private static final DataSize NEAR = DataSize.ofMegabytes(16);
    private static final Duration NEAR_TIME = Duration.ofMinutes(1);
    private static final String TABLE = "active_ia_cache";

    private final @Nullable Cache cache;
    private final Runnable closing;

    private CacheParts(@Nullable Cache cache, Runnable closing) {
        this.cache = cache;
        this.closing = closing;
    }

    static CacheParts of(@Nullable Cache host) {
        return new CacheParts(host, () -> {});
    }

    static CacheParts open(
            ActiveIaProperties.Caching caching, Supplier<@Nullable DataSource> connections, Clock clock) {
        DataSize size = caching.nearSize();
        String url = caching.redisUrl();
        if (size == null && url == null && !caching.postgres()) {
            return of(null);
        }
        Cache near = CaffeineCache.of((size == null ? NEAR : size).toBytes(), clock);
        if (url != null) {
            RedisCache redis = RedisCache.connect(URI.create(url));
            return new CacheParts(TieredCache.of(near, redis, NEAR_TIME), redis::close);
        }
        if (caching.postgres()) {
            DataSource database = required(connections.get());
            PostgresCache.createTable(database, TABLE);
            PostgresCache postgres = PostgresCache.over(database);
            return new CacheParts(TieredCache.of(near, postgres, NEAR_TIME), postgres::close);
        }
        return of(near);
    }

    @Nullable
    Cache cache() {
        return cache;
    }

    Embedder before(Embedder embedder) {
        return cache == null ? embedder : embedder.cached(cache);
    }

    @Override
    public void close() {
        closing.run();
    }

    private static DataSource required(@Nullable DataSource connections) {
        if (connections == null) {
            throw new ConfigurationException(new Fault(
                    "active-ia.cache.postgres",
                    "find one DataSource",
                    "none, or many without a primary one",
                    "add spring-boot-starter-jdbc and spring.datasource.url, or leave it out"));
        }
        return connections;
    }
}
