package io.github.activeia.core.cost;

import io.github.activeia.core.Faults;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Keeps the last entries. Thread-safe by its own lock. */
final class InMemoryCostLedger implements CostLedger {
    private final int capacity;
    private final Deque<CostEntry> entries = new ArrayDeque<>();

    InMemoryCostLedger(int capacity) {
        new Faults()
                .require(capacity >= 1, "capacity", "be at least 1", capacity, "use CostLedger.none() to keep nothing")
                .throwIfAny();
        this.capacity = capacity;
    }

    @Override
    public void record(CostEntry entry) {
        synchronized (entries) {
            if (entries.size() == capacity) {
                entries.removeFirst();
            }
            entries.addLast(entry);
        }
    }

    @Override
    public List<CostEntry> entries(CostQuery query) {
        synchronized (entries) {
            return entries.stream()
                    .filter(query::matches)
                    .sorted(Comparator.comparing(CostEntry::at))
                    .toList();
        }
    }

    @Override
    public long forget(CostQuery query) {
        synchronized (entries) {
            long before = entries.size();
            entries.removeIf(query::matches);
            return before - entries.size();
        }
    }
}
