package io.github.activeia.core.cache;

import io.github.activeia.core.InvalidValueException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A far cache whose outage costs next to nothing. Each call runs on one of a few threads of its own, and the caller waits for the
 * time limit at most, whatever the cache does: a timeout of a socket would not do, since each byte that trickles in begins it
 * anew. A call that came too late ends by itself, and what it opened serves the next one.
 *
 * <p>After some failures in a row the cache is left alone, and then tried by one call at a time until it answers. Reads and writes
 * are counted apart: a cache that is full is still read. Values are sealed with a checksum over key and value; what is not
 * recognised counts as absent. It logs one warning a minute at most, with the class of a failure and never a key or a value.
 *
 * <p>{@code RedisCache} and {@code PostgresCache} have one of these inside. Thread-safe; {@link #close()} ends the threads.
 */
public final class GuardedCache implements Cache, AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,32}");

    private final String name;
    private final Cache far;
    private final Duration timeLimit;
    private final CircuitBreaker reads;
    private final CircuitBreaker writes;
    private final ExecutorService threads;
    private final Warnings warnings;
    private volatile boolean readable = true;

    GuardedCache(String name, Cache far, GuardSettings settings, Logger log) {
        this.name = name;
        this.far = far;
        this.timeLimit = settings.timeLimit();
        this.warnings = new Warnings(log, settings.clock(), name);
        this.reads = breaker(name + " reads", settings);
        this.writes = breaker(name + " writes", settings);
        this.threads = GuardThreads.pool(name, settings.maxConcurrentCalls());
    }

    /**
     * Puts a guard before a cache, which may be slow, and may throw anything.
     *
     * @param name how warnings call it: 1 to 32 letters, digits, {@code -} or {@code _}
     * @param far the cache; closing the guard does not close it
     * @param settings the limits
     * @throws InvalidValueException if the name is not one
     */
    public static GuardedCache of(String name, Cache far, GuardSettings settings) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidValueException(
                    "name of a cache", "be 1 to 32 letters, digits, - or _", name, "name the server, such as redis");
        }
        return new GuardedCache(name, far, settings, LoggerFactory.getLogger(GuardedCache.class));
    }

    /** Returns whether the cache is in use; false while it is left alone because it did not answer. */
    public boolean available() {
        return reads.getState() == CircuitBreaker.State.CLOSED;
    }

    /** Returns whether values are accepted; false while writing is left alone, such as when the cache is full. */
    public boolean writable() {
        return available() && writes.getState() == CircuitBreaker.State.CLOSED;
    }

    @Override
    public Optional<byte[]> get(CacheKey key) {
        Optional<byte[]> sealed = bounded(reads, () -> far.get(key));
        readable = sealed != null;
        if (sealed == null || sealed.isEmpty()) {
            return Optional.empty();
        }
        Optional<byte[]> value = Envelope.open(key, sealed.get());
        if (value.isEmpty()) {
            warnings.failed("foreign value");
        }
        return value;
    }

    /** Keeps a value; not tried if the last read failed, so that one outage does not make the same caller wait twice. */
    @Override
    public void put(CacheKey key, byte[] value, Duration timeToLive) {
        TimeToLive.check(timeToLive);
        if (readable) {
            byte[] sealed = Envelope.seal(key, value);
            bounded(writes, () -> {
                far.put(key, sealed, timeToLive);
                return true;
            });
        }
    }

    /** Forgets a value. Needs no room, so it goes with the reads. */
    @Override
    public void remove(CacheKey key) {
        bounded(reads, () -> {
            far.remove(key);
            return true;
        });
    }

    /** Ends the threads; from then on the cache has nothing. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    @Override
    public String toString() {
        return "GuardedCache[" + name + "]";
    }

    /** Returns what the work returned, or null if it failed, was late or was not tried. */
    private <T> @Nullable T bounded(CircuitBreaker breaker, Callable<T> work) {
        if (threads.isShutdown() || !breaker.tryAcquirePermission()) {
            return null;
        }
        long start = System.nanoTime();
        FutureTask<T> call = new FutureTask<>(work);
        try {
            threads.execute(call);
            T result = call.get(timeLimit.toNanos(), TimeUnit.NANOSECONDS);
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            return result;
        } catch (RejectedExecutionException full) {
            breaker.releasePermission();
            warnings.failed("busy");
        } catch (InterruptedException stop) {
            breaker.releasePermission();
            Thread.currentThread().interrupt();
        } catch (TimeoutException late) {
            fail(breaker, start, "timeout", late);
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            fail(breaker, start, Warnings.kind(cause), cause);
        }
        return null;
    }

    private void fail(CircuitBreaker breaker, long start, String kind, Throwable failure) {
        breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, failure);
        warnings.failed(kind);
    }

    private CircuitBreaker breaker(String breakerName, GuardSettings settings) {
        CircuitBreaker breaker = CircuitBreaker.of(
                breakerName,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(settings.failuresToOpen())
                        .minimumNumberOfCalls(settings.failuresToOpen())
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(settings.openFor())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .clock(settings.clock())
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition().getToState() == CircuitBreaker.State.CLOSED) {
                warnings.recovered();
            }
        });
        return breaker;
    }
}
