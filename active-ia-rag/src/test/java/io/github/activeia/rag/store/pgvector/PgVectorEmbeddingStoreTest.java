package io.github.activeia.rag.store.pgvector;

import static dev.langchain4j.store.embedding.filter.MetadataFilterBuilder.metadataKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.filter.Filter;
import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import io.github.activeia.rag.retrieval.HybridRetriever;
import io.github.activeia.rag.retrieval.RetrievalSettings;
import io.github.activeia.rag.store.Chunk;
import io.github.activeia.rag.store.DocumentWriter;
import io.github.activeia.rag.store.EmbeddedChunk;
import io.github.activeia.rag.store.KnowledgeStoreException;
import io.github.activeia.rag.store.StoredDocument;
import io.github.activeia.rag.testing.BagOfWordsEmbedder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PostgresExtension.class)
class PgVectorEmbeddingStoreTest {
    private static final String SOURCE = PgVectorEmbeddingStore.SOURCE;

    private final SegmentEmbeddingModel model = new SegmentEmbeddingModel();
    private final CourseId course = new CourseId(UUID.randomUUID().toString());
    private final CourseId other = new CourseId(UUID.randomUUID().toString());
    private final TestDatabase database;
    private final PgVectorKnowledgeStore knowledge;
    private final PgVectorEmbeddingStore store;

    PgVectorEmbeddingStoreTest(TestDatabase database) {
        this.database = database;
        knowledge = PgVectorKnowledgeStore.open(database.dataSource(), model.profile());
        store = knowledge.embeddingStore(course);
    }

    @AfterEach
    void close() {
        knowledge.close();
    }

    @Test
    void segments_are_found_with_words_by_the_retriever() {
        add(store, "cola", "La cola circular reutiliza las posiciones libres del arreglo.");
        add(store, "pila", "La pila apila y desapila por el mismo extremo.");
        HybridRetriever retriever =
                HybridRetriever.of(knowledge, new BagOfWordsEmbedder(), RetrievalSettings.defaults());

        List<Passage> passages = retriever
                .retrieve(KnowledgeQuery.of("¿para qué uso una COLA CIRCULAR?", course))
                .passages();

        assertThat(passages.get(0).id()).isEqualTo("cola");
        assertThat(passages.get(0).document().source()).isEqualTo(SOURCE);
        assertThat(knowledge.chunks().vocabulary(course, "").frequency("COLA")).isEqualTo(1);
    }

    @Test
    void title_and_language_come_from_the_metadata() {
        Metadata metadata = new Metadata().put("file_name", "grafos.md").put("language", "en");
        store.addAll(
                List.of("g"), List.of(model.of("graph")), List.of(TextSegment.from("Graphs have edges.", metadata)));

        List<Passage> passages = HybridRetriever.of(knowledge, new BagOfWordsEmbedder(), RetrievalSettings.defaults())
                .retrieve(KnowledgeQuery.of("What has an edge?", course))
                .passages();

        assertThat(passages).extracting(p -> p.document().title()).containsExactly("grafos.md");
        assertThat(passages).extracting(p -> p.document().language()).containsExactly("en");
    }

    @Test
    void embedding_without_text_is_found_here_alone() {
        store.add("bare", model.of("cola"));

        List<Passage> passages = HybridRetriever.of(knowledge, new BagOfWordsEmbedder(), RetrievalSettings.defaults())
                .retrieve(KnowledgeQuery.of("cola", course))
                .passages();

        assertThat(passages).isEmpty();
        assertThat(ids(all(store, null))).containsExactly("bare");
        assertThat(knowledge.contents().courses()).contains(course);
    }

    @Test
    void catalog_counts_what_is_there() {
        store.add(model.of("a"));
        add(store, "x", "La cola.");
        add(store, "y", "La pila.");

        assertThat(entry().chunks()).isEqualTo(3);
        String before = entry().contentHash();

        add(store, "y", "La pila nueva.");

        assertThat(entry().chunks()).isEqualTo(3);
        assertThat(entry().contentHash()).isNotEqualTo(before);

        store.remove("x");

        assertThat(entry().chunks()).isEqualTo(2);

        store.removeAll();

        assertThat(knowledge.documents().list(course)).isEmpty();
        assertThat(knowledge.chunks().vocabulary(course, "").chunks()).isZero();
        assertThat(knowledge.chunks().vocabulary(course, "").frequency("pila")).isZero();
    }

    @Test
    void segment_replaces_the_one_with_its_id() {
        add(store, "¿una «id»?", "La cola vieja.");

        store.addAll(
                List.of("¿una «id»?", "¿una «id»?"),
                List.of(model.of("a"), model.of("b")),
                List.of(TextSegment.from("La cola segunda."), TextSegment.from("La cola tercera.")));

        assertThat(all(store, null)).extracting(m -> m.embedded().text()).containsExactly("La cola tercera.");
        assertThat(knowledge.chunks().vocabulary(course, "").frequency("vieja")).isZero();
        assertThat(knowledge.chunks().vocabulary(course, "").frequency("cola")).isEqualTo(1);
    }

    @Test
    void metadata_comes_back_with_its_types() {
        Metadata metadata = new Metadata()
                .put("text", "«x»\n\"")
                .put("uuid", new UUID(1, 2))
                .put("number", 1)
                .put("type", 1L)
                .put("float", 0.1f)
                .put("double", 1e-300)
                .put("any key; at 'all'", "1");
        store.add(model.of("a"), TextSegment.from("a", metadata));

        assertThat(all(store, null).get(0).embedded().metadata()).isEqualTo(metadata);
    }

    @Test
    void files_that_were_ingested_are_neither_found_nor_removed() {
        ingest("cola.md", "La cola circular.");
        add(store, "x", "La cola.");

        assertThat(ids(all(store, metadataKey("a").isNotEqualTo(1)))).containsExactly("x");

        store.removeAll(metadataKey("a").isNotEqualTo(1));
        store.removeAll();
        store.remove("cola.md#0");

        assertThat(knowledge.documents().list(course)).containsOnlyKeys("cola.md");
        assertThat(knowledge.chunks().vocabulary(course, "").frequency("circular"))
                .isEqualTo(1);
    }

    @Test
    void id_of_a_files_chunk_is_refused() {
        ingest("cola.md", "La cola circular.");

        assertThatThrownBy(() -> add(store, "cola.md#0", "Otra."))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("id must not be that of a chunk of an ingested file");
        assertThat(all(store, null)).isEmpty();
    }

    @Test
    void nothing_of_another_course_is_found_or_removed() {
        add(store, "x", "La cola.");
        add(knowledge.embeddingStore(other), "x", "La cola ajena.");

        store.removeAll(
                Filter.or(metadataKey("a").isNotIn("b"), metadataKey("a").isEqualTo("b")));

        assertThat(all(store, null)).isEmpty();
        assertThat(all(knowledge.embeddingStore(other), null))
                .extracting(m -> m.embedded().text())
                .containsExactly("La cola ajena.");
    }

    @Test
    void vector_of_another_dimension_is_refused() {
        Embedding wrong = Embedding.from(new float[] {1, 2, 3});

        assertThatThrownBy(() -> store.add(wrong))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("vector must have 64 finite numbers");
        assertThatThrownBy(() -> store.search(
                        EmbeddingSearchRequest.builder().queryEmbedding(wrong).build()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("vector must have 64 finite numbers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret\u0000", "secret\uD800"})
    void text_is_refused_unseen_when_the_server_cannot_keep_it(String text) {
        Embedding vector = model.of("a");

        assertThatThrownBy(() -> store.add(vector, TextSegment.from(text)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> store.add(vector, TextSegment.from("a", new Metadata().put("k", text))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> store.add(text, vector)).isInstanceOf(InvalidValueException.class);
        assertThat(all(store, null)).isEmpty();
    }

    @Test
    void lists_of_different_sizes_are_refused() {
        assertThatThrownBy(() -> store.addAll(List.of("a", "b"), List.of(model.of("a")), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.addAll(null, List.of(model.of("a")), null))
                .isInstanceOf(IllegalArgumentException.class);

        store.addAll(null, null, null);

        assertThat(all(store, null)).isEmpty();
    }

    @Test
    void segments_may_be_missing_one_by_one() {
        store.addAll(
                List.of("a", "b"),
                List.of(model.of("a"), model.of("b")),
                Arrays.asList(null, TextSegment.from("La cola.")));

        assertThat(all(store, null)).hasSize(2);
        assertThat(knowledge.chunks().vocabulary(course, "").chunks()).isEqualTo(1);
    }

    @Test
    void largest_filters_can_be_asked() {
        add(store, "x", "La cola.");
        Filter deep = metadataKey("a").isNotEqualTo(0);
        for (int i = 1; i < 200; i++) {
            deep = Filter.or(metadataKey("a").isIn("b", "c"), deep);
        }
        Filter wide = metadataKey("a").isNotEqualTo(new UUID(0, 1));
        for (int i = 0; i < 9; i++) {
            wide = Filter.and(wide, wide);
        }

        assertThat(all(store, deep)).hasSize(1);
        assertThat(all(store, wide)).hasSize(1);
    }

    @Test
    void closed_store_says_so() {
        knowledge.close();

        assertThatThrownBy(() -> all(store, null)).isInstanceOf(KnowledgeStoreException.class);
    }

    @ParameterizedTest
    @EnumSource(VectorStorage.class)
    void large_course_is_searched_through_the_index(VectorStorage storage) {
        PgVectorSettings settings = PgVectorSettings.builder()
                .tablePrefix("large_" + storage.name().toLowerCase(Locale.ROOT) + "_")
                .storage(storage)
                .exactLimit(100)
                .build();
        try (PgVectorKnowledgeStore large =
                PgVectorKnowledgeStore.open(database.dataSource(), model.profile(), settings)) {
            PgVectorEmbeddingStore segments = large.embeddingStore(course);
            List<Embedding> vectors = random(3000);
            segments.addAll(
                    IntStream.range(0, 3000).mapToObj(i -> "s" + i).toList(),
                    vectors,
                    IntStream.range(0, 3000)
                            .mapToObj(i -> TextSegment.from("Parte " + i, new Metadata().put("half", i % 2)))
                            .toList());

            List<EmbeddingMatch<TextSegment>> found =
                    search(segments, vectors.get(7), metadataKey("half").isEqualTo(1));

            assertThat(found).hasSize(10);
            assertThat(found.get(0).embeddingId()).isEqualTo("s7");
            assertThat(found).allMatch(m -> m.embedded().metadata().getInteger("half") == 1);
            assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
            assertThat(large.documents().list(course).get(SOURCE).chunks()).isEqualTo(3000);
        }
    }

    @Test
    void walk_goes_on_until_it_has_met_enough_that_the_filter_lets_through() throws SQLException {
        PgVectorSettings settings = PgVectorSettings.builder()
                .tablePrefix("narrow_")
                .exactLimit(100)
                .walk(20)
                .build();
        try (PgVectorKnowledgeStore large =
                PgVectorKnowledgeStore.open(database.dataSource(), model.profile(), settings)) {
            PgVectorEmbeddingStore segments = large.embeddingStore(course);
            segments.addAll(
                    IntStream.range(0, 3000).mapToObj(i -> "s" + i).toList(),
                    random(3000),
                    IntStream.range(0, 3000)
                            .mapToObj(i -> TextSegment.from("Parte " + i, new Metadata().put("part", i % 20)))
                            .toList());
            int before = comparisons();

            List<EmbeddingMatch<TextSegment>> found =
                    search(segments, random(1).get(0), metadataKey("part").isEqualTo(1));

            assertThat(found).hasSize(10);
            assertThat(comparisons() - before)
                    .as("searches that count what the filter lets through; comparing all of it would be one more")
                    .isEqualTo(1);
        }
    }

    private int comparisons() throws SQLException {
        return Indexes.scans(database.dataSource(), "narrow_documents_source")
                + Indexes.scans(database.dataSource(), "narrow_documents_type")
                + Sql.number(
                        database.dataSource(),
                        "SELECT seq_scan FROM pg_stat_user_tables WHERE relname = 'narrow_documents_all'");
    }

    private void add(PgVectorEmbeddingStore to, String id, String text) {
        to.addAll(List.of(id), List.of(model.of(text)), List.of(TextSegment.from(text)));
    }

    private void ingest(String source, String text) {
        Passage.Document document =
                new Passage.Document(source, "Cola", ContentType.THEORY, null, null, null, "es", null, null);
        Chunk chunk = new Chunk(source + "#0", document, source, List.of(), 0, null, text, "");
        try (DocumentWriter writer = knowledge.documents().replace(new StoredDocument(course, document, "hash", 1))) {
            writer.add(List.of(new EmbeddedChunk(chunk, "hash", model.of(text).vector())));
            writer.commit();
        }
    }

    private StoredDocument entry() {
        return knowledge.documents().list(course).get(SOURCE);
    }

    private List<EmbeddingMatch<TextSegment>> all(PgVectorEmbeddingStore from, Filter filter) {
        return from.search(EmbeddingSearchRequest.builder()
                        .queryEmbedding(model.of("cola"))
                        .maxResults(1000)
                        .filter(filter)
                        .build())
                .matches();
    }

    private static List<EmbeddingMatch<TextSegment>> search(
            PgVectorEmbeddingStore from, Embedding vector, Filter filter) {
        return from.search(EmbeddingSearchRequest.builder()
                        .queryEmbedding(vector)
                        .maxResults(10)
                        .filter(filter)
                        .build())
                .matches();
    }

    private static List<String> ids(List<EmbeddingMatch<TextSegment>> matches) {
        return matches.stream().map(EmbeddingMatch::embeddingId).toList();
    }

    private static List<Embedding> random(int count) {
        Random random = new Random(3);
        List<Embedding> vectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] vector = new float[64];
            for (int j = 0; j < vector.length; j++) {
                vector[j] = (float) random.nextGaussian();
            }
            vectors.add(Embedding.from(vector));
        }
        return vectors;
    }
}
