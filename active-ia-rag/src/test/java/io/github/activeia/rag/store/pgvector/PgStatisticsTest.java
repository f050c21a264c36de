package io.github.activeia.rag.store.pgvector;

import static io.github.activeia.rag.store.pgvector.Material.COURSE;
import static io.github.activeia.rag.store.pgvector.Material.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import io.github.activeia.rag.store.Candidate;
import io.github.activeia.rag.store.DocumentWriter;
import io.github.activeia.rag.store.EmbeddedChunk;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.KnowledgeStoreException;
import io.github.activeia.rag.store.lucene.LuceneKnowledgeStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the store counts, compared with its rows, with the formula and with Lucene. */
@ExtendWith(PostgresExtension.class)
class PgStatisticsTest {
    private static final AtomicInteger TESTS = new AtomicInteger();

    private final DataSource database;
    private final String prefix = "n" + TESTS.incrementAndGet() + "_";
    private KnowledgeStore store;

    PgStatisticsTest(TestDatabase database) {
        this.database = database.dataSource();
    }

    @BeforeEach
    void open() {
        PgVectorSettings settings =
                PgVectorSettings.builder().tablePrefix(prefix).build();
        store = PgVectorKnowledgeStore.open(database, Material.profile(), settings);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void counts_and_scores_are_right_when_documents_came_and_went(long seed, @TempDir Path directory) throws Exception {
        Map<String, List<EmbeddedChunk>> there = change(new Random(seed), 25);
        settle(there);

        assertThat(Consistency.faults(database, prefix)).isEmpty();
        try (KnowledgeStore lucene = LuceneKnowledgeStore.open(directory, Material.profile())) {
            there.values().forEach(chunks -> rewrite(lucene, COURSE, chunks));
            for (String question :
                    List.of("palabra3z", "palabra0z palabra1z palabra900z", "apunte palabra17z fila2x")) {
                requireSameScores(question, lucene);
            }
        }
    }

    @Test
    void weights_follow_the_formula_when_the_mean_has_moved() throws SQLException {
        Random random = new Random(5);
        Material.write(store, COURSE, "corto.md", texts(random, 40, 3));
        float before = mean();
        Material.write(store, COURSE, "largo.md", texts(random, 40, 60));

        assertThat((double) mean()).isGreaterThan(before * 1.5);
        requireFormula();

        store.documents().delete(COURSE, "largo.md");

        assertThat(mean()).isCloseTo(before, within(1e-4f));
        requireFormula();
    }

    @Test
    void repeated_words_keep_their_number_when_weights_are_made_again() throws SQLException {
        Material.write(store, COURSE, "a.md", "cola ".repeat(500) + "pila", "cola pila pila", "árbol");
        Material.write(store, COURSE, "b.md", texts(new Random(6), 30, 90));
        Material.write(store, COURSE, "c.md", texts(new Random(7), 200, 5));

        requireFormula();
    }

    @Test
    void course_takes_documents_when_its_first_had_no_terms() throws SQLException {
        Passage.Document blank =
                new Passage.Document("blanco.md", "¿?", ContentType.THEORY, null, null, null, "es", null, null);
        rewrite(store, COURSE, Material.chunks(blank, List.of("…", "—")));

        Material.write(store, COURSE, "a.md", "La cola circular.");

        assertThat(Material.texts(Material.search(store, COURSE, "cola"))).contains("La cola circular.");
        assertThat(Consistency.faults(database, prefix)).isEmpty();
    }

    @Test
    void counts_are_right_when_two_words_share_a_number() throws SQLException {
        String[] words = wordsThatShare();
        Material.write(store, COURSE, "a.md", words[0] + " y " + words[1], words[0], words[1] + " " + words[1]);

        assertThat(Consistency.faults(database, prefix)).isEmpty();
        Material.write(store, COURSE, "a.md", "Otra cosa.");
        assertThat(Consistency.faults(database, prefix)).isEmpty();
    }

    @Test
    void nothing_is_left_when_every_document_was_deleted() throws SQLException {
        Map<String, List<EmbeddedChunk>> there = change(new Random(9), 10);

        there.keySet().forEach(source -> store.documents().delete(COURSE, source));
        store.documents().list(OTHER).keySet().forEach(source -> store.documents()
                .delete(OTHER, source));

        for (String table : new String[] {"documents_all", "lexicon_all", "terms", "sources"}) {
            assertThat(Sql.number(database, "SELECT count(*) FROM " + prefix + table))
                    .as(table)
                    .isZero();
        }
        assertThat(Sql.number(database, "SELECT sum(chunks + length) FROM " + prefix + "statistics"))
                .isZero();
        assertThat(store.contents().courses()).isEmpty();
    }

    @Test
    void unchanged_chunks_keep_their_rows_when_a_document_is_replaced() throws SQLException {
        Material.write(store, COURSE, "a.md", "La cola.", "La pila.", "El árbol.");
        String rows = "SELECT no FROM " + prefix + "documents_all WHERE content <> 'La pila.' ORDER BY position";
        List<String> before = Sql.column(database, rows);

        Material.write(store, COURSE, "a.md", "La cola.", "La pila nueva.", "El árbol.");

        assertThat(Sql.column(database, rows)).containsAll(before).hasSize(3);
        assertThat(Consistency.faults(database, prefix)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void writer_is_refused_when_another_changed_its_document_meanwhile(boolean deleted) throws SQLException {
        Material.write(store, COURSE, "a.md", "La cola.", "La pila.");
        Passage.Document document = Material.document("a.md");
        try (DocumentWriter writer = Material.writer(store, COURSE, document, 2)) {
            writer.add(Material.chunks(document, List.of("La cola.", "Otra pila.")));
            if (deleted) {
                store.documents().delete(COURSE, "a.md");
            } else {
                Material.write(store, COURSE, "a.md", "Otra cola.", "La pila.");
            }

            assertThatThrownBy(writer::commit)
                    .isInstanceOfSatisfying(KnowledgeStoreException.class, e -> assertThat(e.retriable())
                            .isTrue())
                    .hasMessageContaining("another writer");
        }
        assertThat(Consistency.faults(database, prefix)).isEmpty();
    }

    @Test
    void writer_is_refused_when_another_wrote_the_same_new_document_meanwhile() throws SQLException {
        Passage.Document document = Material.document("a.md");
        try (DocumentWriter writer = Material.writer(store, COURSE, document, 1)) {
            writer.add(Material.chunks(document, List.of("La cola.")));
            Material.write(store, COURSE, "a.md", "La pila.");

            assertThatThrownBy(writer::commit).hasMessageContaining("another writer");
        }
        assertThat(Material.texts(Material.search(store, COURSE, "pila"))).containsExactly("La pila.");
    }

    /** Replaces and deletes at random, in two courses; returns what must be in the first. */
    private Map<String, List<EmbeddedChunk>> change(Random random, int steps) {
        Map<String, List<EmbeddedChunk>> there = new HashMap<>();
        for (int i = 0; i < steps; i++) {
            String source = "d" + random.nextInt(6) + ".md";
            if (random.nextInt(5) == 0) {
                store.documents().delete(COURSE, source);
                there.remove(source);
            } else {
                ContentType type = random.nextInt(4) == 0 ? ContentType.SOLUTION : ContentType.THEORY;
                Passage.Document document = Material.document(source, type, random.nextInt(3) == 0 ? "en" : "es");
                List<String> texts = List.of(texts(random, 1 + random.nextInt(15), 1 + random.nextInt(12)));
                List<EmbeddedChunk> chunks = Material.chunks(document, texts);
                rewrite(store, COURSE, chunks);
                rewrite(store, OTHER, chunks.subList(0, 1));
                there.put(source, chunks);
            }
        }
        return there;
    }

    /** Moves the mean so far that all weights are made again, in both languages. */
    private void settle(Map<String, List<EmbeddedChunk>> there) {
        for (String language : List.of("es", "en")) {
            Passage.Document document = Material.document("fin-" + language + ".md", ContentType.THEORY, language);
            List<EmbeddedChunk> chunks = Material.chunks(document, List.of(texts(new Random(99), 40, 22)));
            rewrite(store, COURSE, chunks);
            there.put(document.source(), chunks);
        }
    }

    private static void rewrite(KnowledgeStore into, CourseId course, List<EmbeddedChunk> chunks) {
        Material.write(into, course, chunks.get(0).chunk().document(), chunks);
    }

    private void requireSameScores(String question, KnowledgeStore lucene) {
        for (ContentType type : new ContentType[] {ContentType.THEORY, ContentType.SOLUTION}) {
            Map<String, Double> expected = scores(Material.search(lucene, COURSE, question, type));
            Map<String, Double> found = scores(Material.search(store, COURSE, question, type));
            assertThat(found).as(question).containsOnlyKeys(expected.keySet());
            found.forEach((id, score) -> assertThat(score)
                    .as(question + " " + id)
                    .isCloseTo(expected.get(id), within(0.03 * expected.get(id) + 1e-9)));
        }
    }

    private static Map<String, Double> scores(List<Candidate> found) {
        return found.stream()
                .filter(c -> c.lexical() > 0)
                .collect(Collectors.toMap(c -> c.chunk().id(), Candidate::lexical));
    }

    private void requireFormula() throws SQLException {
        DocumentTerms terms = new DocumentTerms(new ChunkTerms(), COURSE);
        Map<String, EmbeddedChunk> chunks = new HashMap<>();
        for (String source : store.documents().list(COURSE).keySet()) {
            store.contents()
                    .read(
                            COURSE,
                            source,
                            batch -> batch.forEach(c -> chunks.put(c.chunk().id(), c)));
        }
        Function<String, String> column = c -> "SELECT " + c + " FROM " + prefix + "documents_all d JOIN " + prefix
                + "lexicon_all l USING (no) ORDER BY d.no";
        List<String> ids = Sql.column(database, column.apply("d.id"));
        List<String> weights = Sql.column(database, column.apply("l.weights::text"));
        for (int i = 0; i < ids.size(); i++) {
            DocumentTerms.Terms counted = terms.add(chunks.get(ids.get(i)).chunk());
            float[] expected = Bm25.weights(counted.frequencies(), counted.length(), mean());
            assertThat(values(weights.get(i))).as(ids.get(i)).containsExactly(expected, within(1e-5f));
        }
        assertThat(ids).hasSameSizeAs(chunks.keySet()).isNotEmpty();
    }

    private static float[] values(String sparse) {
        String[] places = sparse.substring(1, sparse.indexOf('}')).split(",", -1);
        float[] values = new float[places.length];
        for (int i = 0; i < places.length; i++) {
            values[i] = Float.parseFloat(places[i].substring(places[i].indexOf(':') + 1));
        }
        return values;
    }

    private float mean() throws SQLException {
        return Float.parseFloat(Sql.one(database, "SELECT mean FROM " + prefix + "lengths WHERE language = 'es'"));
    }

    private static String[] wordsThatShare() {
        Map<Integer, String> known = new HashMap<>();
        for (int i = 0; ; i++) {
            String word = "zq" + Integer.toString(i, 36) + "w";
            String other = known.put(ChunkTerms.number(COURSE, ChunkTerms.WORDS, word), word);
            if (other != null) {
                return new String[] {other, word};
            }
        }
    }

    private static String[] texts(Random random, int count, int words) {
        return new ArrayList<>(Material.texts(random, count, words)).toArray(String[]::new);
    }
}
