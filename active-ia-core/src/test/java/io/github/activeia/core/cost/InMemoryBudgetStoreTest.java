package io.github.activeia.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.testing.MutableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryBudgetStoreTest extends BudgetStoreContract {
    private final MutableClock clock = MutableClock.at("2026-03-02T10:00:00Z");
    private final BudgetStore store = BudgetStore.inMemory(clock);

    @Override
    BudgetStore store() {
        return store;
    }

    @Test
    void forgets_a_counter_when_its_time_is_over() {
        store.take(List.of(claim("a", 3, 3)));

        clock.advance(Duration.ofMinutes(5));

        assertThat(used("a")).containsExactly(0L);
    }
}
