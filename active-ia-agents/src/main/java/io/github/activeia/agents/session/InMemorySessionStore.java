package io.github.activeia.agents.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** States in the memory of one node. */
final class InMemorySessionStore implements SessionStore {
    private static final int MAX_STATES = 100_000;
    private static final Duration IDLE = Duration.ofDays(30);

    private final Cache<SessionKey, SessionState> sessions = bounded();
    private final Cache<ActivityKey, ActivityState> activities = bounded();

    @Override
    public SessionState updateSession(SessionKey key, UnaryOperator<SessionState> change) {
        return update(sessions, key, SessionState.fresh(), change);
    }

    @Override
    public ActivityState updateActivity(ActivityKey key, UnaryOperator<ActivityState> change) {
        return update(activities, key, ActivityState.fresh(), change);
    }

    private static <K, V> V update(Cache<K, V> cache, K key, V fresh, UnaryOperator<V> change) {
        return Objects.requireNonNull(
                cache.asMap().compute(key, (k, state) -> change.apply(Objects.requireNonNullElse(state, fresh))));
    }

    private static <K, V> Cache<K, V> bounded() {
        return Caffeine.newBuilder()
                .maximumSize(MAX_STATES)
                .expireAfterAccess(IDLE)
                .build();
    }
}
