package io.github.activeia.agents.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.store.RedisServer;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * States in one Redis server or a Sentinel's primary, shared by all nodes, through Jedis, which the host adds as
 * {@code redis.clients:jedis}. A change is compared and set: of two at the same time the second is applied again to what the first
 * made, so none is lost. Keys are hashes; a state that nobody changes expires.
 *
 * <pre>{@code
 * RedisSessionStore sessions = RedisSessionStore.connect(URI.create("redis://localhost"));
 * ActiveIa ia = ActiveIa.builder().knowledge(source).sessions(sessions).build();
 * }</pre>
 *
 * <p>While Redis does not answer, this node goes on with its own copies of the 10,000 states it used last, and with fresh ones for
 * the rest, and logs one warning a minute. When Redis answers again, a state that changed meanwhile on this node alone, or that Redis has
 * lost, goes on from here; one that another node changed as well goes on from there. Thread-safe. Close it in the end.
 */
public final class RedisSessionStore implements StateStore, AutoCloseable {
    private static final int COPIES = 10_000;
    private static final int TRIES = 1_000;

    private final JedisStates states;
    private final RedisSessionSettings settings;
    private final Availability redis;
    private final Cache<String, Copy> copies;

    /** What this node knows of a state: what Redis had, and what it is now. They differ if it changed during an outage. */
    private static final class Copy {
        private final byte @Nullable [] shared;
        private final byte[] own;

        private Copy(byte @Nullable [] shared, byte[] own) {
            this.shared = shared;
            this.own = own;
        }

        /** Returns whether the state changed here while Redis did not answer, and nowhere else. */
        private boolean isAheadOf(byte @Nullable [] now) {
            return !Arrays.equals(shared, own) && (now == null || Arrays.equals(shared, now));
        }
    }

    private RedisSessionStore(JedisStates states, RedisSessionSettings settings) {
        this.states = states;
        this.settings = settings;
        this.redis = new Availability(settings.clock(), settings.pause());
        this.copies = Caffeine.newBuilder()
                .maximumSize(COPIES)
                .expireAfterAccess(settings.timeToLive())
                .executor(Runnable::run)
                .build();
    }

    /** Uses a server with the {@link RedisSessionSettings#defaults() default settings}. Nothing is contacted yet. */
    public static RedisSessionStore connect(URI server) {
        return connect(server, RedisSessionSettings.defaults());
    }

    /**
     * Uses a server. Nothing is contacted yet.
     *
     * @param server {@code redis://[[user]:password@]host[:port][/database]}, or {@code rediss:} for TLS; it is never logged
     * @throws ConfigurationException if it is no such URL, or Jedis is not on the class path
     */
    public static RedisSessionStore connect(URI server, RedisSessionSettings settings) {
        RedisServer address = RedisServer.at(server);
        RedisServer.requireJedis("Redis store of the sessions");
        return new RedisSessionStore(JedisStates.open(address, settings.timeout()), settings);
    }

    @Override
    public <T> T update(StateKey<T> key, UnaryOperator<T> change) {
        SharedState<T> state = SharedState.of(settings.keyPrefix(), key);
        if (redis.mayTry()) {
            try {
                T after = shared(state, change);
                redis.answered();
                return after;
            } catch (StateOutage outage) {
                redis.failed(outage);
            }
        }
        return alone(state, change);
    }

    /** Returns whether states are shared; false while Redis is left alone because it did not answer. */
    public boolean available() {
        return redis.isUp();
    }

    /** Closes the connections; from then on this node remembers by itself. */
    @Override
    public void close() {
        states.close();
    }

    @Override
    public String toString() {
        return "RedisSessionStore";
    }

    private <T> T shared(SharedState<T> state, UnaryOperator<T> change) {
        Copy copy = copies.getIfPresent(state.name());
        for (int i = 0; i < TRIES; i++) {
            Instant now = settings.clock().instant();
            byte[] before = states.get(state.name());
            byte[] ahead = copy != null && copy.isAheadOf(before) ? copy.own : null;
            T known = state.read(ahead != null ? ahead : before, now);
            T after = change.apply(known);
            boolean unchanged = ahead == null && after.equals(known);
            byte[] bytes = unchanged && before != null ? before : state.write(after, until(now));
            if (unchanged || states.swap(state.name(), before, bytes, settings.timeToLive())) {
                copies.put(state.name(), new Copy(bytes, bytes));
                return after;
            }
        }
        throw new ContendedStateException(TRIES);
    }

    private <T> T alone(SharedState<T> state, UnaryOperator<T> change) {
        Instant now = settings.clock().instant();
        Copy changed = copies.asMap().compute(state.name(), (key, copy) -> {
            T after = change.apply(state.read(copy == null ? null : copy.own, now));
            return new Copy(copy == null ? null : copy.shared, state.write(after, until(now)));
        });
        return state.read(Objects.requireNonNull(changed).own, now);
    }

    private Instant until(Instant now) {
        return now.plus(settings.timeToLive());
    }
}
