package io.github.activeia.core.privacy;

/**
 * Keeps one random salt for each student, under a handle that does not tell who it is. Deleting the salt is what makes a pseudonym
 * untraceable, so a store must have no copy that outlives it. Implementations are thread-safe.
 */
public interface SaltStore {
    /**
     * Returns the salt of a handle. The first time it keeps the fresh one and returns that; of callers at the same time all get the one
     * that was kept.
     *
     * @throws SaltStoreException if the store does not answer
     */
    byte[] saltOf(String handle, byte[] fresh);

    /**
     * Deletes the salt of a handle.
     *
     * @return whether there was one
     * @throws SaltStoreException if the store does not answer
     */
    boolean forget(String handle);

    /** Returns a store in memory: all pseudonyms change when the process ends. */
    static SaltStore inMemory() {
        return new InMemorySaltStore();
    }
}
