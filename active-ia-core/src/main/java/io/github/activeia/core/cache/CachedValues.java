package io.github.activeia.core.cache;

import io.github.activeia.core.InvalidValueException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Values of one type in a cache. When many threads want the same one at the same time, the first looks for it and loads it if
 * need be, in its own thread, and the others wait for that one; this holds within a node, not among nodes.
 *
 * <pre>{@code
 * CachedValues<String> answers = CachedValues.of(cache, CacheCodec.utf8()).keepIf(text -> !text.isBlank());
 * String answer = answers.get(key, () -> model.ask(prompt));
 * }</pre>
 *
 * <p>Traps: the threads that waited get the very same object, so values should be immutable, or be left alone. A loader must not
 * ask for the key that it loads. Thread-safe; it owns nothing that needs closing.
 *
 * @param <T> the type of the values
 */
public final class CachedValues<T> {
    private static final Logger LOG = LoggerFactory.getLogger(CachedValues.class);

    private final Cache cache;
    private final CacheCodec<T> codec;
    private final Predicate<? super T> keep;
    private final ConcurrentMap<CacheKey, Flight<T>> flights = new ConcurrentHashMap<>();
    private final LongAdder hits = new LongAdder();
    private final LongAdder loads = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder joined = new LongAdder();

    /** One thread on its way to a value, and those that wait for it. A flight that is cancelled brings nothing to anybody. */
    private static final class Flight<T> extends CompletableFuture<T> {
        private final Thread pilot = Thread.currentThread();
    }

    private CachedValues(Cache cache, CacheCodec<T> codec, Predicate<? super T> keep) {
        this.cache = cache;
        this.codec = codec;
        this.keep = keep;
    }

    /** Returns the values of a cache that a codec can read, with counts of its own. It keeps all that is loaded. */
    public static <T> CachedValues<T> of(Cache cache, CacheCodec<T> codec) {
        return new CachedValues<>(cache, codec, value -> true);
    }

    /** Returns the same, with new counts, but with only such values kept as pass a test; the others are returned and forgotten. */
    public CachedValues<T> keepIf(Predicate<? super T> test) {
        Predicate<? super T> before = keep;
        return new CachedValues<>(cache, codec, value -> before.test(value) && test.test(value));
    }

    /** Returns the value of a key, loaded if need be and then kept for the time to live of its family. */
    public T get(CacheKey key, Supplier<? extends T> loader) {
        return get(key, key.family().timeToLive(), loader);
    }

    /**
     * Returns the value of a key, from the cache or else loaded and then kept.
     *
     * @param key what the value depends on
     * @param timeToLive how long to keep it, 1 ms to 365 days
     * @param loader makes the value, which is not null; if it throws, all who wait get the same exception and nothing is kept
     * @throws InterruptedLoadException if the thread is interrupted while it waits for another; when the loading thread itself
     *     fails and is interrupted, the others are not told, and one of them loads instead
     * @throws InvalidValueException if the time to live is out of range, or the loader asks for its own key
     */
    public T get(CacheKey key, Duration timeToLive, Supplier<? extends T> loader) {
        TimeToLive.check(timeToLive);
        while (true) {
            Flight<T> mine = new Flight<>();
            Flight<T> other = flights.putIfAbsent(key, mine);
            if (other == null) {
                return fly(mine, key, timeToLive, loader);
            }
            try {
                return await(other, key);
            } catch (CancellationException abandoned) {
                flights.remove(key, other);
            }
        }
    }

    /** Returns what the cache has, without loading; a miss counts as nothing, because {@link #keep} may follow. */
    public Optional<T> find(CacheKey key) {
        T found = peek(key);
        if (found != null) {
            hits.increment();
        }
        return Optional.ofNullable(found);
    }

    /**
     * Keeps a value that the caller loaded, for the time to live of the family, unless the {@linkplain #keepIf test} refuses it; it
     * counts as loaded. For what is loaded in batches, or must be looked at before it may be kept.
     */
    public void keep(CacheKey key, T value) {
        loads.increment();
        if (keep.test(value)) {
            cache.put(key, codec.encode(value), key.family().timeToLive());
        }
    }

    /** Forgets a value, if there is one. */
    public void forget(CacheKey key) {
        cache.remove(key);
    }

    /** Returns the counts so far. */
    public CacheStats stats() {
        return new CacheStats(hits.sum(), loads.sum(), failures.sum(), joined.sum());
    }

    private T fly(Flight<T> flight, CacheKey key, Duration timeToLive, Supplier<? extends T> loader) {
        try {
            T found = peek(key);
            if (found != null) {
                hits.increment();
                flight.complete(found);
                return found;
            }
            return load(flight, key, timeToLive, loader);
        } catch (RuntimeException | Error failure) {
            if (Thread.currentThread().isInterrupted()) {
                flight.cancel(false);
            }
            flight.completeExceptionally(failure);
            throw failure;
        } finally {
            flights.remove(key, flight);
        }
    }

    private T load(Flight<T> flight, CacheKey key, Duration timeToLive, Supplier<? extends T> loader) {
        T value;
        byte @Nullable [] bytes;
        try {
            value = loader.get();
            bytes = keep.test(value) ? codec.encode(value) : null;
        } catch (RuntimeException | Error failure) {
            failures.increment();
            throw failure;
        }
        loads.increment();
        flight.complete(value); // before the cache is told, which may take its time
        if (bytes != null) {
            cache.put(key, bytes, timeToLive);
        }
        return value;
    }

    private @Nullable T peek(CacheKey key) {
        Optional<byte[]> bytes = cache.get(key);
        try {
            return bytes.isPresent() ? codec.decode(bytes.get()) : null;
        } catch (RuntimeException foreign) {
            LOG.debug(
                    "cache value of {} cannot be decoded: {}",
                    key,
                    foreign.getClass().getSimpleName());
            return null;
        }
    }

    private T await(Flight<T> flight, CacheKey key) {
        if (flight.pilot == Thread.currentThread()) {
            throw new InvalidValueException(
                    "loader of " + key, "load the value", "asking for it", "ask for another key, or compute it");
        }
        try {
            T value = flight.get();
            joined.increment();
            return value;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedLoadException(key, stop);
        } catch (ExecutionException failure) {
            joined.increment();
            throw thrown(failure);
        }
    }

    private static RuntimeException thrown(ExecutionException failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return failure.getCause() instanceof RuntimeException exception
                ? exception
                : new IllegalStateException("a loader throws unchecked exceptions only", failure);
    }
}
