package io.github.activeia.core.privacy;

class InMemorySaltStoreTest extends SaltStoreContract {
    @Override
    SaltStore store() {
        return SaltStore.inMemory();
    }
}
