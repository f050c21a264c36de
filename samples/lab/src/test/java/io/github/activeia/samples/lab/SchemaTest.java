package io.github.activeia.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class SchemaTest {
    @Test
    void prints_what_makes_the_tables_of_knowledge_states_and_salts(TestDatabase database) throws SQLException {
        StringWriter out = new StringWriter();
        List<String> made = new ArrayList<>();

        int status = Lab.commandLine().setOut(new PrintWriter(out, true)).execute("schema", "--schema", "tutoria");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA tutoria");
            statement.execute(out.toString());
            try (ResultSet tables =
                    statement.executeQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'tutoria'")) {
                while (tables.next()) {
                    made.add(tables.getString(1));
                }
            }
        }

        assertThat(status).isZero();
        assertThat(made).contains("knowledge_documents", "knowledge_sources", "active_ia_state", "active_ia_salt");
    }
}
