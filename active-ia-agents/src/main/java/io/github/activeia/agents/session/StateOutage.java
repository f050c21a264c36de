package io.github.activeia.agents.session;

import io.github.activeia.core.ActiveIaException;

/** What the shared states throw to their store, and to nobody else: they do not answer. */
final class StateOutage extends ActiveIaException {
    private static final long serialVersionUID = 1L;

    StateOutage(Throwable cause) {
        super("the shared states must answer, but failed — see the cause", true, cause);
    }
}
