package io.github.activeia.core.cost;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Counters in a map under one lock. What has expired is swept out once a minute, by whoever comes by. */
final class InMemoryBudgetStore implements BudgetStore {
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Counter> counters = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private Instant nextSweep = Instant.MIN;

    private record Counter(long used, Instant expiresAt) {}

    InMemoryBudgetStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Taken take(List<BudgetClaim> claims) {
        lock.lock();
        try {
            Instant now = sweep();
            boolean fits = claims.stream().noneMatch(claim -> claim.exceeds(used(claim)));
            List<Long> used = new ArrayList<>();
            for (BudgetClaim claim : claims) {
                if (fits && claim.amount() != 0) {
                    add(claim, now);
                }
                used.add(used(claim));
            }
            return new Taken(fits, used);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void correct(List<BudgetClaim> claims) {
        lock.lock();
        try {
            Instant now = sweep();
            claims.forEach(claim -> add(claim, now));
        } finally {
            lock.unlock();
        }
    }

    private void add(BudgetClaim claim, Instant now) {
        long sum = Math.max(0, used(claim) + claim.amount());
        counters.compute(
                claim.key(),
                (key, before) -> new Counter(sum, before == null ? now.plus(claim.keep()) : before.expiresAt()));
    }

    private long used(BudgetClaim claim) {
        Counter counter = counters.get(claim.key());
        return counter == null ? 0 : counter.used();
    }

    private Instant sweep() {
        Instant now = clock.instant();
        if (!now.isBefore(nextSweep)) {
            counters.values().removeIf(counter -> !counter.expiresAt().isAfter(now));
            nextSweep = now.plus(BETWEEN_SWEEPS);
        }
        return now;
    }
}
