package io.github.activeia.core.cache;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;

/** Says at most once a minute that a cache fails, and once that it answers again. Thread-safe. */
final class Warnings {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Logger log;
    private final Clock clock;
    private final String cache;
    private Instant silentUntil = Instant.MIN;
    private long failures;

    Warnings(Logger log, Clock clock, String cache) {
        this.log = log;
        this.clock = clock;
        this.cache = cache;
    }

    synchronized void failed(String kind) {
        failures++;
        Instant now = clock.instant();
        if (now.isBefore(silentUntil)) {
            return;
        }
        silentUntil = now.plus(PAUSE);
        log.warn(
                "cache {} must answer, but was failing ({}, {} since the last warning) — see that it runs and is not full;"
                        + " everything works without it meanwhile, but slower",
                cache,
                kind,
                failures);
        failures = 0;
    }

    void recovered() {
        log.info("cache {} answers again", cache);
    }

    /** The class of a failure and nothing of its message, which may quote a key or a value. */
    static String kind(Throwable thrown) {
        Throwable failure = thrown instanceof CacheOutage && thrown.getCause() != null ? thrown.getCause() : thrown;
        String name = failure.getClass().getSimpleName();
        return failure instanceof SQLException sql ? name + " " + sql.getSQLState() : name;
    }
}
