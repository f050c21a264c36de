package io.github.activeia.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class DatabaseTest {
    private static final String SCHEMA = "bench_test";

    private final Database database;

    DatabaseTest(TestDatabase database) {
        this.database = Database.open(database.jdbcUrl());
    }

    @BeforeEach
    void makeATable() {
        database.recreate(SCHEMA);
        database.execute("CREATE TABLE bench_test.passages (id text, embedding vector(3))");
    }

    @Test
    void sees_an_hnsw_index_when_there_is_one() {
        boolean before = database.awaitHnsw(SCHEMA);
        database.execute("CREATE INDEX ON bench_test.passages USING hnsw (embedding vector_cosine_ops)");

        assertThat(before).isFalse();
        assertThat(database.awaitHnsw(SCHEMA)).isTrue();
    }

    @Test
    void counts_the_indexes_when_it_measures_a_schema() {
        database.execute("INSERT INTO bench_test.passages SELECT i, '[1,2,3]' FROM generate_series(1, 1000) i");
        database.settle(SCHEMA);
        long before = database.bytes(SCHEMA);
        database.execute("CREATE INDEX ON bench_test.passages (id)");

        assertThat(before).isGreaterThan(30_000);
        assertThat(database.bytes(SCHEMA)).isGreaterThan(before);
    }

    @Test
    void is_empty_when_a_schema_is_made_again() {
        database.recreate(SCHEMA);

        assertThat(database.bytes(SCHEMA)).isZero();
    }
}
