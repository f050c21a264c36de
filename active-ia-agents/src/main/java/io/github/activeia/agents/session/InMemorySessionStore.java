package io.github.activeia.agents.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.activeia.core.Faults;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** States in the memory of one node. Thread-safe. */
final class InMemorySessionStore implements StateStore {
    private static final long MOST = 64_000_000;
    private static final int OVERHEAD = 256;

    private final Clock clock;
    private final Duration timeToLive;
    private final Cache<String, Kept> states;

    private record Kept(Object state, Instant until) {
        int weight() {
            return OVERHEAD + (state instanceof SessionState session ? session.characters() : 0);
        }
    }

    InMemorySessionStore(Clock clock, Duration timeToLive) {
        new Faults()
                .require(
                        timeToLive.toMillis() >= 1,
                        "timeToLive",
                        "be at least 1 ms",
                        timeToLive,
                        "leave it out for the default")
                .throwIfAny();
        this.clock = clock;
        this.timeToLive = timeToLive;
        this.states = Caffeine.newBuilder()
                .maximumWeight(MOST)
                .weigher((String key, Kept kept) -> kept.weight())
                .executor(Runnable::run)
                .build();
    }

    @Override
    public <T> T update(StateKey<T> key, UnaryOperator<T> change) {
        Kept after = Objects.requireNonNull(states.asMap().compute(key.id().value(), (id, kept) -> {
            Instant now = clock.instant();
            boolean known = kept != null && now.isBefore(kept.until());
            T before = known ? key.kind().type().cast(kept.state()) : key.kind().fresh();
            T changed = change.apply(before);
            return known && changed.equals(before) ? kept : new Kept(changed, now.plus(timeToLive));
        }));
        return key.kind().type().cast(after.state());
    }
}
