package io.github.activeia.rag.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class VectorLegTest {
    private static final int DIMENSION = 16;

    private final CourseIndexFormat format = new CourseIndexFormat(DIMENSION);
    private final Random random = new Random(3);

    @Test
    void graph_finds_nearly_all_that_comparing_finds() throws IOException {
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            write(directory, 3_000);

            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                VectorLeg leg = VectorLeg.of(format, new IndexSearcher(reader), vector());
                Query filter = ChunkFilter.of(Set.of());
                List<Integer> exact = leg.compared(filter, 50);
                List<Integer> graph = leg.nearest(filter, 50);

                Set<Integer> common = new HashSet<>(graph);
                common.retainAll(exact);
                assertThat(exact).hasSize(50).doesNotHaveDuplicates();
                assertThat(common).hasSizeGreaterThanOrEqualTo(45);
            }
        }
    }

    @Test
    void comparing_keeps_the_best_in_order() throws IOException {
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            write(directory, 500);

            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                VectorLeg leg = VectorLeg.of(format, new IndexSearcher(reader), vector());
                List<Integer> few = leg.compared(ChunkFilter.of(Set.of()), 7);
                List<Integer> all = leg.compared(ChunkFilter.of(Set.of()), 1000);

                assertThat(all).hasSize(500);
                assertThat(few).isEqualTo(all.subList(0, 7));
            }
        }
    }

    private void write(ByteBuffersDirectory directory, int chunks) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (int i = 0; i < chunks; i++) {
                Document fields = new Document();
                fields.add(new StringField(CourseIndexFormat.TYPE, "THEORY", Field.Store.NO));
                fields.add(new KnnFloatVectorField(
                        CourseIndexFormat.VECTOR, format.unit(vector()), VectorSimilarityFunction.DOT_PRODUCT));
                writer.addDocument(fields);
            }
        }
    }

    private float[] vector() {
        float[] vector = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }
}
