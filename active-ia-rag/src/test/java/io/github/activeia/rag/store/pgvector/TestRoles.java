package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.testing.TestDatabase;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Roles that can do no more than they are granted, for one database. Roles belong to the whole server: drop them at the end. */
final class TestRoles {
    private static final String PASSWORD = "of-the-test";

    private final TestDatabase database;

    TestRoles(TestDatabase database) {
        this.database = database;
    }

    String owner() {
        return name("own");
    }

    String retrieval() {
        return name("ret");
    }

    String ingestion() {
        return name("ing");
    }

    /** Creates the three; the owner may create tables. */
    void create() throws SQLException {
        for (String role : new String[] {owner(), retrieval(), ingestion()}) {
            Sql.run(
                    database.dataSource(),
                    "CREATE ROLE " + role + " LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '" + PASSWORD + "'");
        }
        Sql.run(database.dataSource(), "GRANT CREATE ON SCHEMA public TO " + owner());
    }

    void drop() throws SQLException {
        for (String role : new String[] {owner(), retrieval(), ingestion()}) {
            Sql.run(database.dataSource(), "DROP OWNED BY " + role + " CASCADE", "DROP ROLE " + role);
        }
    }

    /** Returns connections of a role. */
    DataSource as(String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(role);
        source.setPassword(PASSWORD);
        return source;
    }

    /** Makes tables as the owner, and grants the other two what they need. */
    PgVectorSchema tables(PgVectorSettings settings) throws SQLException {
        PgVectorSchema schema = PgVectorSchema.of(settings, Material.profile());
        schema.migrate(as(owner()));
        Sql.run(as(owner()), schema.roles(retrieval(), ingestion()));
        return schema;
    }

    private String name(String of) {
        return of + "_" + database;
    }
}
