package io.github.activeia.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgresBudgetStoreTest extends BudgetStoreContract {
    private static FewConnections connections;
    private static PostgresBudgetStore store;

    @BeforeAll
    static void create(TestDatabase database) {
        connections = new FewConnections(database.dataSource(), 8);
        store = PostgresBudgetStore.of(connections.source(), "counters", Duration.ofSeconds(60));
        store.createTable();
    }

    @Override
    BudgetStore store() {
        return store;
    }

    @Test
    void deletes_what_has_expired_and_nothing_else_when_it_is_told_to() {
        store.deleteExpired();
        store.take(List.of(claim("kept", 1, 10)));
        store.take(List.of(new BudgetClaim("over", 1, 10, Duration.ofMinutes(-1))));

        assertThat(store.deleteExpired()).isEqualTo(1);
        assertThat(used("kept")).containsExactly(1L);
    }

    @Test
    void fails_when_there_is_no_table() {
        DataSource source = connections.source();
        PostgresBudgetStore missing = PostgresBudgetStore.of(source);

        assertThatThrownBy(() -> missing.take(List.of(claim("a", 1, 1))))
                .isInstanceOf(CostStoreException.class)
                .hasMessage("counters active_ia_budget_counter did not answer");
    }
}
