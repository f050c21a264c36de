package io.github.activeia.rag.store.pgvector;

import static io.github.activeia.rag.store.pgvector.Material.COURSE;
import static io.github.activeia.rag.store.pgvector.Material.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import io.github.activeia.rag.store.Candidate;
import io.github.activeia.rag.store.DocumentWriter;
import io.github.activeia.rag.store.EmbeddedChunk;
import io.github.activeia.rag.store.KnowledgeStoreException;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When the indexes come, go and come back, and that the one of words changes no result. */
@ExtendWith(PostgresExtension.class)
class PgIndexLifeTest {
    private static int tests;

    private final DataSource database;
    private final String prefix = "v" + tests++ + "_";
    private PgVectorKnowledgeStore store;

    PgIndexLifeTest(TestDatabase database) {
        this.database = database.dataSource();
    }

    @BeforeEach
    void open() {
        PgVectorSettings settings = PgVectorSettings.builder()
                .tablePrefix(prefix)
                .scoredLimit(1000)
                .exactLimit(1500)
                .build();
        store = PgVectorKnowledgeStore.open(database, Material.profile(), settings);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void index_comes_when_a_course_is_large_enough_and_not_before() throws SQLException {
        write("a.md", 900, 1);
        assertThat(has("lexicon_terms")).isFalse();

        write("b.md", 300, 2);
        assertThat(has("lexicon_terms")).isTrue();
        assertThat(has("documents_vectors")).isFalse();

        write("c.md", 400, 3);
        assertThat(has("documents_vectors")).isTrue();
    }

    @Test
    void index_is_another_when_a_load_is_large_and_the_same_when_it_is_small() throws SQLException {
        write("a.md", 1600, 1);
        String first = identity();

        write("b.md", 100, 2);
        assertThat(identity()).isEqualTo(first);

        write("c.md", 2100, 3);
        assertThat(identity()).isNotEqualTo(first);
        assertThat(found("fila2050x")).containsExactly("c.md#2050");
    }

    @Test
    void index_is_there_again_when_a_large_load_fails() throws SQLException {
        write("a.md", 1600, 1);
        Passage.Document document = Material.document("malo.md");
        List<EmbeddedChunk> chunks = Material.chunks(document, Material.texts(new Random(8), 2100, 5));

        try (DocumentWriter writer = Material.writer(store, COURSE, document, chunks.size())) {
            writer.add(chunks);
            writer.add(List.of(Material.chunk(
                    document, 5000, "un cero \u0000 aquí", chunks.get(0).vector())));
            assertThatThrownBy(writer::commit)
                    .isInstanceOf(KnowledgeStoreException.class)
                    .hasMessageContaining("U+0000");
        }

        assertThat(has("lexicon_terms")).isTrue();
        assertThat(has("documents_vectors")).isTrue();
        assertThat(store.documents().list(COURSE)).containsOnlyKeys("a.md");
    }

    @Test
    void same_chunks_are_best_when_words_are_looked_up_in_the_index() throws SQLException {
        write("a.md", 990, 1);
        List<List<String>> scored = rareQuestions().stream().map(this::found).toList();
        Material.write(
                store, OTHER, "otra.md", Material.texts(new Random(4), 1100, 8).toArray(String[]::new));
        assertThat(has("lexicon_terms")).isTrue();

        // Twenty more that have none of the words, so that the course goes through the index.
        Material.write(store, COURSE, "resto.md", filler());
        int before = Indexes.scans(database, prefix + "lexicon_terms");
        List<List<String>> looked = rareQuestions().stream().map(this::found).toList();

        assertThat(looked).isEqualTo(scored);
        assertThat(Indexes.scans(database, prefix + "lexicon_terms")).isGreaterThan(before);
    }

    @Test
    void maintain_does_nothing_when_nothing_is_missing() throws SQLException {
        write("a.md", 1600, 1);
        String before = identity();

        store.maintain();

        assertThat(identity()).isEqualTo(before);
    }

    private static String[] filler() {
        String[] texts = new String[20];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = "relleno".repeat(1 + i) + " otro otro otro otro otro otro otro otro";
        }
        return texts;
    }

    private static List<String> rareQuestions() {
        return List.of("palabra1500z", "palabra900z palabra1200z", "fila500x palabra1700z", "palabra700z fila3x");
    }

    /** Returns the ids of the ten best by words, best first. */
    private List<String> found(String question) {
        return Material.search(store, COURSE, question).stream()
                .filter(candidate -> candidate.lexical() > 0)
                .sorted(Comparator.comparingDouble(Candidate::lexical)
                        .reversed()
                        .thenComparing(candidate -> candidate.chunk().id()))
                .limit(10)
                .map(candidate -> candidate.chunk().id())
                .toList();
    }

    private void write(String source, int chunks, int seed) {
        Passage.Document document = Material.document(source);
        Material.write(store, COURSE, document, Material.chunks(document, Material.texts(new Random(seed), chunks, 8)));
    }

    private boolean has(String index) throws SQLException {
        return Indexes.exists(database, prefix + index);
    }

    private String identity() throws SQLException {
        return Sql.one(
                database,
                "SELECT '" + prefix + "documents_vectors'::regclass::oid || ' ' || '" + prefix
                        + "lexicon_terms'::regclass::oid");
    }
}
