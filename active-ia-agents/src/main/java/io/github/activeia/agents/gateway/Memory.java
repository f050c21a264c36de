package io.github.activeia.agents.gateway;

import io.github.activeia.agents.scaffolding.Happening;
import io.github.activeia.agents.scaffolding.LevelChange;
import io.github.activeia.agents.scaffolding.Scaffolding;
import io.github.activeia.agents.scaffolding.Scaffolding.Circumstances;
import io.github.activeia.agents.session.ActivityKey;
import io.github.activeia.agents.session.ActivityState;
import io.github.activeia.agents.session.SessionKey;
import io.github.activeia.agents.session.SessionState;
import io.github.activeia.agents.session.SessionStore;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and changes what is remembered. A store that fails costs the memory, not the reply: the student counts as new. */
final class Memory {
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);

    private final SessionStore store;

    Memory(SessionStore store) {
        this.store = store;
    }

    SessionState session(SessionKey key) {
        return update(key, state -> state);
    }

    ActivityState activity(ActivityKey key) {
        return update(key, state -> state);
    }

    /** Moves the help level, atomically. */
    LevelChange scaffold(ActivityKey key, Happening happening, Circumstances circumstances) {
        AtomicReference<LevelChange> change = new AtomicReference<>();
        update(key, state -> {
            LevelChange next = Scaffolding.after(happening, state, circumstances);
            change.set(next);
            return next.state();
        });
        return Objects.requireNonNullElseGet(
                change.get(), () -> Scaffolding.after(happening, ActivityState.fresh(), circumstances));
    }

    SessionState update(SessionKey key, UnaryOperator<SessionState> change) {
        try {
            return store.updateSession(key, change);
        } catch (RuntimeException failure) {
            LOG.error("The session store failed: {}", failure.getClass().getName());
            return change.apply(SessionState.fresh());
        }
    }

    ActivityState update(ActivityKey key, UnaryOperator<ActivityState> change) {
        try {
            return store.updateActivity(key, change);
        } catch (RuntimeException failure) {
            LOG.error("The session store failed: {}", failure.getClass().getName());
            return change.apply(ActivityState.fresh());
        }
    }
}
