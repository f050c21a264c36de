package io.github.activeia.agents.session;

import java.time.Clock;
import java.time.Duration;
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

    /** Returns a store in the memory of this node, with the system's clock and a time to live of 30 days. */
    static StateStore inMemory() {
        return inMemory(Clock.systemUTC(), Duration.ofDays(30));
    }

    /**
     * Returns a store in the memory of this node. It keeps some 64 million characters; each state counts 256 beside its texts, and
     * what was not used for longest is forgotten first.
     *
     * @param timeToLive how long a state is kept after its last change, at least 1 ms
     * @throws io.github.activeia.core.ConfigurationException if the time is shorter
     */
    static StateStore inMemory(Clock clock, Duration timeToLive) {
        return new InMemorySessionStore(clock, timeToLive);
    }
}
