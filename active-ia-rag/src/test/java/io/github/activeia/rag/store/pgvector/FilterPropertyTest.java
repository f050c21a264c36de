package io.github.activeia.rag.store.pgvector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.filter.Filter;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Random filters over two courses with the same ids: each gets what the filter says in memory, of its own course. */
class FilterPropertyTest {
    private static final int ROWS = 60;
    private static final int FILTERS = 10;
    private static final SegmentEmbeddingModel MODEL = new SegmentEmbeddingModel();
    private static final Embedding ASKED = MODEL.of("secreto");
    private static final Map<String, Metadata> OURS = new LinkedHashMap<>();

    private static TestDatabase database;
    private static OneConnection connection;
    private static PgVectorEmbeddingStore exact;
    private static PgVectorEmbeddingStore approximate;

    @BeforeContainer
    static void write() throws SQLException {
        database = TestDatabase.create();
        connection = new OneConnection(database.dataSource());
        CourseId course = new CourseId("ours");
        exact = open(PgVectorSettings.builder().index(VectorIndex.NONE).build()).embeddingStore(course);
        approximate = open(PgVectorSettings.builder().exactLimit(10).build()).embeddingStore(course);
        OURS.putAll(rows(exact, "our secret", new Random(1)));
        rows(exactOf("theirs"), "their secret", new Random(2));
    }

    @AfterContainer
    static void drop() throws SQLException {
        connection.close();
        database.close();
    }

    @Property(tries = 800, shrinking = ShrinkingMode.OFF)
    void every_filter_finds_what_it_says_in_memory(@ForAll long seed) {
        HostileFilters filters = new HostileFilters(new Random(seed), false);

        for (int i = 0; i < FILTERS; i++) {
            Filter filter = filters.filter();

            assertThat(found(exact, filter)).as("%s", filter).isEqualTo(expected(filter));
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void hostile_filter_finds_its_own_or_is_refused_with_a_type(@ForAll long seed) {
        HostileFilters filters = new HostileFilters(new Random(seed), true);

        for (int i = 0; i < FILTERS; i++) {
            Filter filter = filters.filter();

            try {
                assertThat(found(exact, filter)).as("%s", filter).isEqualTo(expected(filter));
            } catch (InvalidValueException refusal) {
                assertThat(refusal.getMessage())
                        .matches("(?s)filter( key| value)? must .+, but was .+ — .+")
                        .hasSizeLessThan(300);
            }
        }
    }

    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
    void the_way_of_the_index_finds_the_same(@ForAll long seed) {
        HostileFilters filters = new HostileFilters(new Random(seed), false);

        for (int i = 0; i < FILTERS; i++) {
            Filter filter = filters.filter();

            assertThat(found(approximate, filter)).as("%s", filter).isEqualTo(expected(filter));
        }
    }

    private static Set<String> expected(Filter filter) {
        return OURS.entrySet().stream()
                .filter(row -> FilterOracle.matches(filter, row.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> found(PgVectorEmbeddingStore store, Filter filter) {
        List<EmbeddingMatch<TextSegment>> matches = store.search(EmbeddingSearchRequest.builder()
                        .queryEmbedding(ASKED)
                        .maxResults(10 * ROWS)
                        .filter(filter)
                        .build())
                .matches();
        assertThat(matches).allMatch(match -> match.embedded().text().equals("our secret"));
        Set<String> ids = matches.stream().map(EmbeddingMatch::embeddingId).collect(Collectors.toSet());
        assertThat(ids).hasSameSizeAs(matches);
        return ids;
    }

    private static PgVectorKnowledgeStore open(PgVectorSettings settings) {
        return PgVectorKnowledgeStore.open(connection.source(), MODEL.profile(), settings);
    }

    private static PgVectorEmbeddingStore exactOf(String course) {
        return open(PgVectorSettings.defaults()).embeddingStore(new CourseId(course));
    }

    private static Map<String, Metadata> rows(PgVectorEmbeddingStore store, String text, Random random) {
        HostileFilters source = new HostileFilters(random, false);
        Map<String, Metadata> rows = new LinkedHashMap<>();
        List<TextSegment> segments = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            Metadata metadata = i == 0 ? new Metadata() : source.metadata();
            rows.put("row-" + i, metadata);
            segments.add(TextSegment.from(text, metadata));
        }
        store.addAll(List.copyOf(rows.keySet()), Collections.nCopies(ROWS, MODEL.of(text)), segments);
        return rows;
    }
}
