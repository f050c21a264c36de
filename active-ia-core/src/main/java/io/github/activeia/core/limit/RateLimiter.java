package io.github.activeia.core.limit;

import io.github.activeia.core.Account;
import java.time.Duration;
import java.util.Optional;

/**
 * Says whether a question may be asked now. Implementations are thread-safe.
 *
 * @see InMemoryRateLimiter
 * @see RedisRateLimiter
 * @see PostgresRateLimiter
 */
@FunctionalInterface
public interface RateLimiter {
    /**
     * Takes one token of every bucket that the account has, and returns empty; or takes none at all, and returns how long to wait
     * until the question may be asked again, more than zero.
     */
    Optional<Duration> tryAcquire(Account account);

    /** Returns a limiter that always says yes. */
    static RateLimiter unlimited() {
        return account -> Optional.empty();
    }
}
