package io.github.activeia.agents.session;

import java.util.function.UnaryOperator;

/**
 * Keeps the states. Both updates are atomic per key: the change sees the latest state, and what it returns is what the next
 * change sees. A change may be tried more than once by a store that compares and sets, so it has no effects of its own.
 * Implementations are thread-safe; a store shared by several nodes makes the tutor stateless.
 */
public interface SessionStore {
    /** Changes the state of a session, fresh if there is none, and returns the new one. */
    SessionState updateSession(SessionKey key, UnaryOperator<SessionState> change);

    /** Changes the state of a student on an activity, fresh if there is none, and returns the new one. */
    ActivityState updateActivity(ActivityKey key, UnaryOperator<ActivityState> change);

    /** Returns a store in the memory of this node: at most 100,000 states of each kind, forgotten after 30 idle days. */
    static SessionStore inMemory() {
        return new InMemorySessionStore();
    }
}
