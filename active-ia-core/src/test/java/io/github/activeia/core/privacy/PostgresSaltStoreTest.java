package io.github.activeia.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgresSaltStoreTest extends SaltStoreContract {
    private final TestDatabase database;

    PostgresSaltStoreTest(TestDatabase database) {
        this.database = database;
    }

    @Override
    SaltStore store() {
        PostgresSaltStore store = PostgresSaltStore.of(database.dataSource());
        store.createTable();
        for (String handle : new String[] {"a", "b", "crowd"}) {
            store.forget(handle);
        }
        return store;
    }

    @Test
    void shares_a_salt_when_two_nodes_use_one_table() {
        store();
        SaltStore one = PostgresSaltStore.of(database.dataSource());
        SaltStore other = PostgresSaltStore.of(database.dataSource());

        one.saltOf("a", new byte[] {1});

        assertThat(other.saltOf("a", new byte[] {2})).containsExactly(1);
    }

    @Test
    void keeps_no_id_when_a_student_has_a_pseudonym() throws SQLException {
        PostgresSaltStore store = PostgresSaltStore.of(database.dataSource(), "salts_without_ids");
        store.createTable();
        Pseudonymizer pseudonyms = Pseudonymizer.of(PseudonymizerTest.KEY, store);

        pseudonyms.pseudonymOf(PseudonymizerTest.ANA);

        try (Connection connection = database.connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*), max(handle) from salts_without_ids")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
            assertThat(rows.getString(2)).hasSize(64).doesNotContain(PseudonymizerTest.ANA.value());
        }
    }

    @Test
    void says_so_when_there_is_no_table() {
        PostgresSaltStore store = PostgresSaltStore.of(database.dataSource(), "never_created");

        assertThatThrownBy(() -> store.saltOf("a", new byte[] {1}))
                .isInstanceOf(SaltStoreException.class)
                .hasMessage("salts never_created could not be read");
        assertThatThrownBy(() -> store.forget("a")).isInstanceOf(SaltStoreException.class);
    }

    @Test
    void refuses_a_table_when_its_name_is_not_plain() {
        assertThatThrownBy(() -> PostgresSaltStore.of(database.dataSource(), "x; drop table y"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("table must be table or schema.table");
    }
}
