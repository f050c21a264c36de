package io.github.activeia.core.cost;

import java.util.List;

/**
 * Remembers every call of a model, the failed ones included. Implementations are thread-safe.
 */
public interface CostLedger {
    /**
     * Writes an entry down. It never fails, because a reply must not be lost for its bill: an entry that cannot be written is
     * logged, without its content, and lost.
     */
    void record(CostEntry entry);

    /**
     * Returns the entries that match, by time. They are all held in memory: ask for a month at a time.
     *
     * @throws CostStoreException if the store does not answer
     */
    List<CostEntry> entries(CostQuery query);

    /**
     * Deletes the entries that match: what is too old, or what was a student's.
     *
     * @return how many there were
     * @throws CostStoreException if the store does not answer
     */
    long forget(CostQuery query);

    /** Returns a ledger that writes nothing down. */
    static CostLedger none() {
        return NoCostLedger.NONE;
    }

    /** Returns a ledger in memory with room for the last 100,000 entries, about 30 MB; gone when the process ends. */
    static CostLedger inMemory() {
        return new InMemoryCostLedger(100_000);
    }

    /** Returns a ledger in memory with room for the last entries, at least 1; each takes about 300 bytes. */
    static CostLedger inMemory(int capacity) {
        return new InMemoryCostLedger(capacity);
    }
}
