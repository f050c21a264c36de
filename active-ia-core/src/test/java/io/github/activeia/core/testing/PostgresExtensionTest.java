package io.github.activeia.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgresExtensionTest {
    private final TestDatabase constructed;

    PostgresExtensionTest(TestDatabase constructed) {
        this.constructed = constructed;
    }

    @Test
    void knows_vectors_when_it_is_fresh(TestDatabase database) throws SQLException {
        String vector = ask(database, "select '[1,2]'::vector::text");

        assertThat(vector).isEqualTo("[1,2]");
    }

    @Test
    void is_the_same_database_when_a_class_asks_twice(TestDatabase database) {
        assertThat(database).isSameAs(constructed);
    }

    @Test
    void serves_the_same_database_when_a_data_source_is_asked(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            assertThat(connection.getCatalog()).isEqualTo(database.toString());
        }
    }

    @Test
    void keeps_databases_apart_when_there_are_two(TestDatabase database) throws SQLException {
        try (TestDatabase other = TestDatabase.create()) {
            ask(other, "create table note (id int); select 'made'");

            assertThat(ask(other, "select to_regclass('note')")).isEqualTo("note");
            assertThat(ask(database, "select to_regclass('note')")).isNull();
        }
    }

    @Test
    void drops_the_database_when_somebody_is_still_connected(TestDatabase database) throws SQLException {
        TestDatabase other = TestDatabase.create();
        try (Connection connection = other.connect()) {
            other.close();

            assertThat(connection.isValid(5)).isFalse();
        }
        assertThat(ask(database, "select count(*) from pg_database where datname = '" + other + "'"))
                .isEqualTo("0");
        other.close();
    }

    @Nested
    class Inside {
        @Test
        void shares_the_database_when_the_class_is_nested(TestDatabase database) {
            assertThat(database).isSameAs(constructed);
        }
    }

    private static String ask(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
