package io.github.activeia.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PostgresExtension.class)
class PostgresCostLedgerTest extends CostLedgerContract {
    private final TestDatabase database;

    PostgresCostLedgerTest(TestDatabase database) {
        this.database = database;
    }

    @Override
    CostLedger ledger() {
        PostgresCostLedger ledger = PostgresCostLedger.of(database.dataSource());
        ledger.createTable();
        ledger.forget(day());
        return ledger;
    }

    @Test
    void uses_the_indexes_of_time_and_course_when_they_are_created() throws SQLException {
        ledger();

        try (Connection connection = database.connect();
                var names = connection
                        .createStatement()
                        .executeQuery("select string_agg(indexname, ' ' order by indexname) from pg_indexes"
                                + " where tablename = 'active_ia_cost_entry'")) {
            names.next();

            assertThat(names.getString(1)).contains("active_ia_cost_entry_at", "active_ia_cost_entry_course");
        }
    }

    @Test
    void works_in_a_schema_of_the_host_when_it_is_named() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.createStatement().execute("create schema if not exists billing");
        }
        PostgresCostLedger ledger = PostgresCostLedger.of(database.dataSource(), "billing.calls");
        ledger.createTable();
        ledger.createTable();

        ledger.record(entry(TEN, ANA, null));

        assertThat(ledger.entries(day())).hasSize(1);
    }

    @Test
    void keeps_entries_when_the_table_is_named_by_a_word_of_sql() {
        PostgresCostLedger ledger = PostgresCostLedger.of(database.dataSource(), "order");
        ledger.createTable();

        ledger.record(entry(TEN, ANA, null));

        assertThat(ledger.entries(day())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Calls", "a b", "x; drop table y", "a.b.c", "calls\"", "1st"})
    void refuses_a_table_when_its_name_is_not_plain(String name) {
        assertThatThrownBy(() -> PostgresCostLedger.of(database.dataSource(), name))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("table must be table or schema.table");
    }

    @Test
    void loses_the_entry_and_not_the_reply_when_there_is_no_table() {
        PostgresCostLedger ledger = PostgresCostLedger.of(database.dataSource(), "never_created");

        ledger.record(entry(TEN, ANA, null));

        assertThatThrownBy(() -> ledger.entries(day()))
                .isInstanceOf(CostStoreException.class)
                .hasMessage("ledger never_created could not be read");
        assertThatThrownBy(() -> ledger.forget(day())).isInstanceOf(CostStoreException.class);
    }
}
