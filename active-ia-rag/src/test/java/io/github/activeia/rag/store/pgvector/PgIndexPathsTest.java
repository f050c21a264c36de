package io.github.activeia.rag.store.pgvector;

import static io.github.activeia.rag.store.pgvector.Material.COURSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import io.github.activeia.rag.store.Candidate;
import io.github.activeia.rag.store.CandidateQuery;
import io.github.activeia.rag.store.EmbeddedChunk;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Courses above the exact limit, as a plain role: what the indexes find, and that they are asked at all. */
@ExtendWith(PostgresExtension.class)
class PgIndexPathsTest {
    private static final CourseId SMALL = new CourseId("chica");
    private static final int CHUNKS = 2400;
    private static final int QUESTIONS = 25;

    private final TestRoles roles;
    private final DataSource database;

    PgIndexPathsTest(TestDatabase database) {
        this.roles = new TestRoles(database);
        this.database = database.dataSource();
    }

    @BeforeAll
    static void createRoles(TestDatabase database) throws SQLException {
        new TestRoles(database).create();
    }

    @AfterAll
    static void dropRoles(TestDatabase database) throws SQLException {
        new TestRoles(database).drop();
    }

    @ParameterizedTest
    @CsvSource({"FULL,HNSW,0.9", "HALF,HNSW,0.9", "BINARY,HNSW,0.8", "FULL,IVFFLAT,0.8", "HALF,IVFFLAT,0.8"})
    void nearest_are_found_when_the_index_is_asked(VectorStorage storage, VectorIndex index, double least)
            throws SQLException {
        String prefix = (storage + "_" + index + "_").toLowerCase(Locale.ROOT);
        Clusters clusters = new Clusters(new Random(3));
        try (PgVectorKnowledgeStore store =
                open(settings(prefix, storage, index).build())) {
            fill(store, clusters);
            int before = Indexes.scans(database, prefix + "documents_vectors");

            double recall = 0;
            for (int i = 0; i < QUESTIONS; i++) {
                float[] question = clusters.vector();
                recall += recall(clusters, question, found(store, COURSE, question, Set.of())) / QUESTIONS;
            }
            requireFullLists(store, clusters);

            assertThat(recall).isGreaterThanOrEqualTo(least);
            assertThat(Indexes.scans(database, prefix + "documents_vectors"))
                    .isGreaterThanOrEqualTo(before + QUESTIONS);
        }
        assertThat(Consistency.faults(database, prefix)).isEmpty();
    }

    @Test
    void lists_are_full_when_the_index_reads_one_of_its_own_at_a_time() {
        Clusters clusters = new Clusters(new Random(3));
        PgVectorSettings settings = settings("one_list_", VectorStorage.FULL, VectorIndex.IVFFLAT)
                .walk(5)
                .build();
        try (PgVectorKnowledgeStore store = open(settings)) {
            fill(store, clusters);

            requireFullLists(store, clusters);
        }
    }

    /** A course and a type that are a small part of the index still get as many as were asked for. */
    private static void requireFullLists(PgVectorKnowledgeStore store, Clusters clusters) {
        for (int i = 0; i < 5; i++) {
            float[] question = clusters.vector();
            assertThat(found(store, SMALL, question, Set.of())).hasSize(40);
            assertThat(found(store, COURSE, question, Set.of(ContentType.FAQ))).hasSize(40);
        }
    }

    /** Loads half of a course, the other courses, and the rest in small documents, so that the index is built and then added to. */
    private static void fill(PgVectorKnowledgeStore store, Clusters clusters) {
        List<EmbeddedChunk> large = clusters.chunks("grande.md", ContentType.THEORY, CHUNKS / 2);
        Material.write(store, COURSE, large.get(0).chunk().document(), large);
        for (int course = 0; course < 20; course++) {
            CourseId other = new CourseId("otra " + course);
            List<EmbeddedChunk> chunks = new Clusters(new Random(course)).chunks("o" + course, ContentType.THEORY, 60);
            Material.write(store, other, chunks.get(0).chunk().document(), chunks);
        }
        List<EmbeddedChunk> small = new Clusters(new Random(77)).chunks("chica.md", ContentType.THEORY, 60);
        Material.write(store, SMALL, small.get(0).chunk().document(), small);
        for (int i = 0; i < 8; i++) {
            ContentType type = i == 0 ? ContentType.FAQ : ContentType.THEORY;
            List<EmbeddedChunk> part = clusters.chunks("p" + i, type, CHUNKS / 16);
            Material.write(store, COURSE, part.get(0).chunk().document(), part);
        }
    }

    private static List<String> found(
            PgVectorKnowledgeStore store, CourseId course, float[] question, Set<ContentType> types) {
        return store.chunks().candidates(new CandidateQuery(course, "", question, types, 40)).stream()
                .sorted(Comparator.comparingDouble(Candidate::cosine).reversed())
                .map(candidate -> candidate.chunk().id())
                .toList();
    }

    private static double recall(Clusters clusters, float[] question, List<String> found) {
        Set<String> best = new HashSet<>(clusters.nearest(question, 10));
        best.retainAll(found.subList(0, 10));
        return best.size() / 10.0;
    }

    private static PgVectorSettings.Builder settings(String prefix, VectorStorage storage, VectorIndex index) {
        return PgVectorSettings.builder()
                .tablePrefix(prefix)
                .storage(storage)
                .index(index)
                .scoredLimit(50)
                .exactLimit(50);
    }

    private PgVectorKnowledgeStore open(PgVectorSettings settings) {
        return PgVectorKnowledgeStore.open(roles.as(roles.owner()), Material.profile(), settings);
    }

    /** Vectors around some centres, and which of them are the nearest to another. */
    private static final class Clusters {
        private final Random random;
        private final float[][] centres = new float[30][];
        private final List<EmbeddedChunk> made = new ArrayList<>();

        Clusters(Random random) {
            this.random = random;
            for (int i = 0; i < centres.length; i++) {
                centres[i] = around(new float[Material.profile().dimension()], 1);
            }
        }

        float[] vector() {
            return around(centres[random.nextInt(centres.length)], 0.5);
        }

        List<EmbeddedChunk> chunks(String source, ContentType type, int count) {
            List<EmbeddedChunk> chunks = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                chunks.add(Material.chunk(Material.document(source, type, "es"), i, "texto " + source + i, vector()));
            }
            made.addAll(chunks);
            return chunks;
        }

        List<String> nearest(float[] question, int count) {
            return made.stream()
                    .sorted(Comparator.comparingDouble(chunk -> -cosine(question, chunk.vector())))
                    .limit(count)
                    .map(chunk -> chunk.chunk().id())
                    .toList();
        }

        private float[] around(float[] centre, double spread) {
            float[] vector = centre.clone();
            for (int i = 0; i < vector.length; i++) {
                vector[i] += (float) (spread * random.nextGaussian());
            }
            return vector;
        }

        private static double cosine(float[] one, float[] other) {
            double dot = 0;
            double square = 0;
            for (int i = 0; i < one.length; i++) {
                dot += one[i] * other[i];
                square += other[i] * other[i];
            }
            return dot / Math.sqrt(square);
        }
    }
}
