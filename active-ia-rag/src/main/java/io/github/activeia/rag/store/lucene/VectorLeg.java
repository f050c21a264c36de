package io.github.activeia.rag.store.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/** Cosine between the question and chunks. A question without a vector, or with nothing in it, finds nothing. */
final class VectorLeg {
    /** Up to here every chunk is compared: exact, and quick enough. */
    static final int EXACT_LIMIT = 20_000;

    private static final float[] NONE = {};

    private final IndexSearcher searcher;
    private final float[] question;

    private VectorLeg(IndexSearcher searcher, float[] question) {
        this.searcher = searcher;
        this.question = question;
    }

    static VectorLeg of(CourseIndexFormat format, IndexSearcher searcher, float @Nullable [] vector) {
        if (vector == null || VectorUtil.dotProduct(vector, vector) == 0) {
            return new VectorLeg(searcher, NONE);
        }
        return new VectorLeg(searcher, format.unit(vector));
    }

    List<Integer> best(Query filter, int most) throws IOException {
        if (question.length == 0) {
            return List.of();
        }
        return searcher.getIndexReader().numDocs() <= EXACT_LIMIT ? compared(filter, most) : nearest(filter, most);
    }

    /** Returns the cosines of chunks, in ascending order of their numbers. */
    Map<Integer, Float> scores(Collection<Integer> ascending) throws IOException {
        if (question.length == 0) {
            return Map.of();
        }
        Map<Integer, Float> scores = new HashMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(CourseIndexFormat.VECTOR);
            for (int doc : ascending) {
                int local = doc - leaf.docBase;
                if (vectors != null
                        && local >= 0
                        && local < leaf.reader().maxDoc()
                        && vectors.advance(local) == local) {
                    scores.put(doc, VectorUtil.dotProduct(question, vectors.vectorValue()));
                }
            }
        }
        return scores;
    }

    /** Goes through the graph. */
    List<Integer> nearest(Query filter, int most) throws IOException {
        List<Integer> docs = new ArrayList<>();
        Query graph = new KnnFloatVectorQuery(CourseIndexFormat.VECTOR, question, most, filter);
        for (ScoreDoc hit : searcher.search(graph, most).scoreDocs) {
            docs.add(hit.doc);
        }
        return docs;
    }

    /** Goes through all chunks. */
    List<Integer> compared(Query filter, int most) throws IOException {
        BestDocs best = new BestDocs(most);
        Weight weight = searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer allowed = weight.scorer(leaf);
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(CourseIndexFormat.VECTOR);
            if (allowed != null && vectors != null) {
                compare(leaf, allowed.iterator(), vectors, best);
            }
        }
        return best.docs();
    }

    private void compare(LeafReaderContext leaf, DocIdSetIterator allowed, FloatVectorValues vectors, BestDocs best)
            throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        for (int doc = allowed.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = allowed.nextDoc()) {
            if ((live == null || live.get(doc)) && vectors.advance(doc) == doc) {
                best.offer(leaf.docBase + doc, VectorUtil.dotProduct(question, vectors.vectorValue()));
            }
        }
    }

    /** Keeps the best, as numbers that sort by score first and by document last. */
    private static final class BestDocs {
        private final long[] kept;
        private int size;

        BestDocs(int most) {
            this.kept = new long[most * 2];
        }

        void offer(int doc, float score) {
            if (size == kept.length) {
                Arrays.sort(kept);
                size = kept.length / 2;
            }
            kept[size++] = ((long) sortable(-score) << 32) | doc;
        }

        List<Integer> docs() {
            Arrays.sort(kept, 0, size);
            return Arrays.stream(kept, 0, Math.min(size, kept.length / 2))
                    .mapToObj(packed -> (int) packed)
                    .toList();
        }

        private static int sortable(float value) {
            int bits = Float.floatToIntBits(value);
            return bits ^ ((bits >> 31) & 0x7fffffff);
        }
    }
}
