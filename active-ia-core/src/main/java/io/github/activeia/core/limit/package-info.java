/**
 * Limits on how often may be asked: by a student, in a course, and in an institution. Each has a bucket of tokens that flows
 * full again; a question takes one of every bucket, or none at all. {@link io.github.activeia.core.limit.RateLimiter} is the port and
 * {@link io.github.activeia.core.limit.RateLimits} says how much. {@link io.github.activeia.core.limit.InMemoryRateLimiter} is for one
 * node; {@link io.github.activeia.core.limit.RedisRateLimiter} and {@link io.github.activeia.core.limit.PostgresRateLimiter} are for
 * many that share a limit, and let a {@link io.github.activeia.core.store.FailPolicy} decide while their store does not answer.
 *
 * <pre>{@code
 * RateLimiter limiter = new InMemoryRateLimiter(RateLimits.defaults(), Clock.systemUTC());
 * Optional<Duration> wait = limiter.tryAcquire(Account.of(student, course));
 * }</pre>
 *
 * <p>Traps: in memory, each node lets the whole limit through. A shared limiter holds threads: close it. A question whose account has
 * no tenant is not counted for one.
 */
@NullMarked
package io.github.activeia.core.limit;

import org.jspecify.annotations.NullMarked;
