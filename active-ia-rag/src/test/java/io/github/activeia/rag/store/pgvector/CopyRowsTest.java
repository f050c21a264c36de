package io.github.activeia.rag.store.pgvector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import io.github.activeia.rag.store.KnowledgeStoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows on their way into a table: what the server reads is what was written. */
@ExtendWith(PostgresExtension.class)
class CopyRowsTest {
    private static final UUID REVISION = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    private static final int FIELDS = 9;

    private final TestDatabase source;
    private final Database database;

    CopyRowsTest(TestDatabase source) {
        this.source = source;
        PgVectorSettings settings =
                PgVectorSettings.builder().tablePrefix("copy_").build();
        this.database = new Database(source.dataSource(), settings, new Tables(settings, Material.profile()));
    }

    @BeforeEach
    void createTable() throws SQLException {
        Sql.run(
                source.dataSource(),
                "DROP TABLE IF EXISTS copy_rows",
                "CREATE TABLE copy_rows (n bigint, t text, i integer, u uuid, j jsonb, ts text[], ns integer[],"
                        + " v vector, s sparsevec)");
    }

    @Test
    void every_type_arrives_as_it_was_sent() throws SQLException {
        try (CopyRows rows = new CopyRows(new Spool(1 << 20))) {
            write(rows, Long.MIN_VALUE, "ñandú 🐟\n\t\\ 'x'", -7, List.of("a,b", "\"", "", "ñ"));

            load(rows);
        }

        assertThat(Sql.column(source.dataSource(), "SELECT to_json(r)::text FROM copy_rows r"))
                .singleElement()
                .asString()
                .contains("\"n\":-9223372036854775808", "\"i\":-7", REVISION.toString(), "{\"a\": 1}")
                .contains("\"ts\":[\"a,b\",\"\\\"\",\"\",\"ñ\"]", "\"ns\":[3,-2147483648,2147483647]")
                .contains("[0.5,-1,0]", "{2:0.25,1000000000:4}/1000000000")
                .contains("ñandú 🐟\\n\\t\\\\ 'x'");
    }

    @Test
    void null_and_nothing_are_told_apart() throws SQLException {
        try (CopyRows rows = new CopyRows(new Spool(1 << 20))) {
            write(rows, 1, null, null, List.of());
            write(rows, 2, "", 0, List.of(""));

            load(rows);
        }

        assertThat(Sql.column(
                        source.dataSource(),
                        "SELECT concat_ws('|', t IS NULL, i IS NULL, cardinality(ts)) FROM copy_rows ORDER BY n"))
                .containsExactly("t|t|0", "f|f|1");
    }

    @Test
    void halves_arrive_as_the_server_would_round_them() throws SQLException {
        float[] values = {0.1f, -1f / 3, 6e-8f, 1e-5f, 0.99999f, 65504f};
        Sql.run(source.dataSource(), "DROP TABLE copy_rows", "CREATE TABLE copy_rows (v halfvec)");
        try (CopyRows rows = new CopyRows(new Spool(1 << 20))) {
            rows.begin(1).vector(VectorStorage.HALF, values).end();

            load(rows);
        }

        assertThat(Sql.one(
                        source.dataSource(),
                        "SELECT v = '[0.1,-0.33333334,6e-8,1e-5,0.99999,65504]'::halfvec FROM copy_rows"))
                .isEqualTo("t");
    }

    @Test
    void rows_go_through_a_file_when_they_are_many_and_the_file_goes() throws Exception {
        Path file;
        try (CopyRows rows = new CopyRows(new Spool(1000))) {
            for (int i = 0; i < 3000; i++) {
                write(rows, i, "texto ".repeat(i % 50), i, List.of("a"));
            }
            file = rows.spool().file();
            assertThat(file).isNotEmptyFile();

            load(rows);
        }

        assertThat(file).doesNotExist();
        assertThat(Sql.one(
                        source.dataSource(),
                        "SELECT count(*) || ' ' || sum(n) || ' ' || sum(length(t)) FROM copy_rows"))
                .isEqualTo("3000 4498500 441000");
    }

    @Test
    void row_larger_than_any_buffer_arrives() throws Exception {
        Path file;
        try (CopyRows rows = new CopyRows(new Spool(1000))) {
            write(rows, 1, "x".repeat(3_000_000), 1, List.of("y".repeat(100_000)));
            file = rows.spool().file();

            load(rows);
        }

        assertThat(file).doesNotExist();
        assertThat(Sql.one(source.dataSource(), "SELECT length(t) FROM copy_rows"))
                .isEqualTo("3000000");
    }

    @Test
    void nothing_is_left_when_the_server_refuses_a_row_in_the_middle() throws Exception {
        Path file;
        try (CopyRows rows = new CopyRows(new Spool(1000))) {
            for (int i = 0; i < 2000; i++) {
                write(rows, i, i == 1000 ? "\u0000" : "texto", i, List.of());
            }
            file = rows.spool().file();

            assertThatThrownBy(() -> load(rows))
                    .isInstanceOf(KnowledgeStoreException.class)
                    .hasMessageContaining("U+0000");
        }

        assertThat(file).doesNotExist();
        assertThat(Sql.number(source.dataSource(), "SELECT count(*) FROM copy_rows"))
                .isZero();
    }

    @Test
    void closing_twice_is_harmless_when_rows_went_to_a_file() throws Exception {
        CopyRows rows = new CopyRows(new Spool(100));
        write(rows, 1, "texto ".repeat(100), 1, List.of());
        Path file = rows.spool().file();
        assertThat(file).exists();

        rows.close();
        rows.close();

        assertThat(file).doesNotExist();
    }

    private static void write(CopyRows rows, long n, String text, Integer number, List<String> texts) {
        rows.begin(FIELDS)
                .number(n)
                .text(text)
                .integer(number)
                .uuid(REVISION)
                .json("{\"a\": 1}")
                .texts(texts)
                .integers(new int[] {3, Integer.MIN_VALUE, Integer.MAX_VALUE})
                .vector(VectorStorage.FULL, new float[] {0.5f, -1, 0})
                .sparse(ChunkTerms.PLACES, new int[] {2, ChunkTerms.PLACES}, new float[] {0.25f, 4})
                .end();
    }

    private void load(CopyRows rows) {
        database.administration(transaction -> {
            transaction.copy("rows", rows);
            return true;
        });
    }
}
