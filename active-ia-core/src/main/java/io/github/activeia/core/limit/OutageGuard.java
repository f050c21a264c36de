package io.github.activeia.core.limit;

import io.github.activeia.core.Account;
import io.github.activeia.core.store.FailPolicy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks shared buckets for no longer than the time bound, and lets the policy decide where they do not answer. The call runs on a
 * thread of the guard, because the host's client or pool may wait as long as it likes. Every question asks the store again, so the
 * guard recovers with it. Thread-safe.
 */
final class OutageGuard implements RateLimiter, AutoCloseable {
    static final int THREADS = 8;
    private static final int MOST_WAITING = 1000;
    private static final long MINUTE_MILLIS = 60_000;
    private static final Logger LOG = LoggerFactory.getLogger(OutageGuard.class);

    private final SharedBuckets buckets;
    private final SharedLimiterSettings settings;
    private final Clock clock;
    private final RateLimiter meanwhile;
    private final ThreadPoolExecutor threads;
    private final Occasionally warnings;
    private final Occasionally sweeps;

    OutageGuard(SharedBuckets buckets, SharedLimiterSettings settings, Clock clock) {
        this.buckets = buckets;
        this.settings = settings;
        this.clock = clock;
        this.meanwhile = settings.failPolicy() == FailPolicy.OPEN
                ? new InMemoryRateLimiter(settings.limits(), clock)
                : account -> Optional.of(settings.retryAfter());
        this.threads = threads();
        this.warnings = new Occasionally(Long.MIN_VALUE);
        this.sweeps = new Occasionally(clock.millis());
    }

    private static ThreadPoolExecutor threads() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), task -> {
                    Thread thread = new Thread(task, "active-ia-rate-limit");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    @Override
    public Optional<Duration> tryAcquire(Account account) {
        List<Claim> claims = settings.limits().claims(account);
        if (claims.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<Duration> wait = ask(claims);
            sweepNowAndThen();
            return wait;
        } catch (ExecutionException failure) {
            warn(failure.getCause() == null ? failure : failure.getCause());
        } catch (TimeoutException | RejectedExecutionException failure) {
            warn(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return meanwhile.tryAcquire(account);
    }

    private Optional<Duration> ask(List<Claim> claims)
            throws ExecutionException, TimeoutException, InterruptedException {
        Future<Optional<Duration>> answer = threads.submit(() -> buckets.take(claims));
        try {
            return answer.get(settings.timeBound().toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            // What still waits for a thread never begins; what has begun ends by itself and gives back what it must.
            answer.cancel(false);
        }
    }

    private void sweepNowAndThen() {
        if (!sweeps.due(clock.millis())) {
            return;
        }
        try {
            threads.execute(this::sweep);
        } catch (RejectedExecutionException busy) {
            LOG.debug("The rate limiter is too busy to sweep; it will try again in a minute");
        }
    }

    private void sweep() {
        try {
            buckets.sweep();
        } catch (Exception failure) {
            LOG.debug("The rate limiter could not sweep: {}", failure.getClass().getName());
        }
    }

    /** Names the class alone: a message of a driver may repeat an address, a key or a password. */
    private void warn(Throwable failure) {
        if (warnings.due(clock.millis())) {
            LOG.warn(
                    "The store of the rate limits does not answer within {} ms ({}): {}",
                    settings.timeBound().toMillis(),
                    failure.getClass().getName(),
                    settings.failPolicy() == FailPolicy.OPEN
                            ? "this node counts by itself meanwhile"
                            : "questions are refused meanwhile");
        }
    }

    /** Is due once a minute, for one of those who ask. */
    private static final class Occasionally {
        private final AtomicLong last;

        Occasionally(long lastMillis) {
            last = new AtomicLong(lastMillis);
        }

        boolean due(long nowMillis) {
            long before = last.get();
            boolean over = before == Long.MIN_VALUE || Math.abs(nowMillis - before) >= MINUTE_MILLIS;
            return over && last.compareAndSet(before, nowMillis);
        }
    }

    /** Ends the threads and closes the buckets; what is asked afterwards meets an outage. */
    @Override
    public void close() {
        threads.shutdown();
        buckets.close();
    }
}
