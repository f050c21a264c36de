package io.github.activeia.agents.session;

import io.github.activeia.agents.testing.SessionStoreContract;

class InMemorySessionStoreTest extends SessionStoreContract {
    @Override
    protected SessionStore create() {
        return SessionStore.inMemory();
    }
}
