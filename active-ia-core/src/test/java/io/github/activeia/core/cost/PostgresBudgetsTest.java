package io.github.activeia.core.cost;

import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgresBudgetsTest extends BudgetsContract {
    private static PostgresBudgetStore store;

    @BeforeAll
    static void create(TestDatabase database) {
        FewConnections connections = new FewConnections(database.dataSource(), 8);
        store = PostgresBudgetStore.of(connections.source(), "counters", Duration.ofSeconds(60));
        store.createTable();
    }

    @Override
    BudgetStore store() {
        return store;
    }
}
