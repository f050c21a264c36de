package io.github.activeia.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ConfigurationException;
import org.junit.jupiter.api.Test;

class InMemoryCostLedgerTest extends CostLedgerContract {
    @Override
    CostLedger ledger() {
        return CostLedger.inMemory();
    }

    @Test
    void drops_the_oldest_when_it_is_full() {
        CostLedger two = CostLedger.inMemory(2);
        for (int second = 0; second < 3; second++) {
            two.record(entry(TEN.plusSeconds(second), ANA, null));
        }

        assertThat(two.entries(day()))
                .extracting(CostEntry::at)
                .containsExactly(TEN.plusSeconds(1), TEN.plusSeconds(2));
    }

    @Test
    void says_so_when_it_has_no_room() {
        assertThatThrownBy(() -> CostLedger.inMemory(0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("capacity must be at least 1, but was 0");
    }

    @Test
    void keeps_nothing_when_it_is_none() {
        CostLedger none = CostLedger.none();
        none.record(entry(TEN, ANA, null));

        assertThat(none.entries(day())).isEmpty();
        assertThat(none.forget(day())).isZero();
    }
}
