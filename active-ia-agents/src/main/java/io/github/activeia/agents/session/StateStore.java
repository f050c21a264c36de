package io.github.activeia.agents.session;

import io.github.activeia.core.ActivityId;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.cache.CacheFamily;
import io.github.activeia.core.cache.CacheKey;
import java.util.function.UnaryOperator;

/**
 * Keeps states of any kind, and so is a session store too: what has to be remembered in one place is written for this port once. The
 * promises of {@link SessionStore} hold for every kind. A state that nobody changed for the time to live of the store is forgotten.
 */
public interface StateStore extends SessionStore {
    /**
     * Changes a state, fresh if there is none, and returns the new one. What a change throws is passed on, and nothing is changed.
     *
     * @throws io.github.activeia.core.ActiveIaException that is retriable, if the store does not answer and has nothing to go on with
     */
    <T> T update(StateKey<T> key, UnaryOperator<T> change);

    @Override
    default SessionState updateSession(SessionKey key, UnaryOperator<SessionState> change) {
        CacheKey id = CacheKey.of(CacheFamily.SCAFFOLD)
                .onlyFor(key.student())
                .part("course", key.course().value())
                .part("activity", "none")
                .part("kind", "session")
                .session(key.session())
                .build();
        return update(new StateKey<>(StateCodec.SESSIONS, id), change);
    }

    @Override
    default ActivityState updateActivity(ActivityKey key, UnaryOperator<ActivityState> change) {
        ActivityId activity = key.activity();
        SessionId session = key.session();
        CacheKey id = CacheKey.of(CacheFamily.SCAFFOLD)
                .onlyFor(key.student())
                .part("course", key.course().value())
                .part("activity", activity == null ? "none" : "activity " + activity.value())
                .part("outside", session == null ? "none" : "session " + session.value())
                .build();
        return update(new StateKey<>(StateCodec.ACTIVITIES, id), change);
    }
}
