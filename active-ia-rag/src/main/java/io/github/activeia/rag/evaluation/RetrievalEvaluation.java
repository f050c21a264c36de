package io.github.activeia.rag.evaluation;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.core.knowledge.KnowledgeSource;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.store.Chunk;
import io.github.activeia.rag.store.DocumentWriter;
import io.github.activeia.rag.store.EmbeddedChunk;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.StoredDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs labelled questions through a retriever. Immutable. */
public final class RetrievalEvaluation {
    private static final int RESULTS = 10;
    private static final int BATCH = 64;

    private final BeirDataset data;
    private final CourseId course;

    private RetrievalEvaluation(BeirDataset data, CourseId course) {
        this.data = data;
        this.course = course;
    }

    /**
     * Returns the evaluation of a dataset.
     *
     * @param course the course that its passages are, or will be, stored in
     */
    public static RetrievalEvaluation of(BeirDataset data, CourseId course) {
        return new RetrievalEvaluation(data, course);
    }

    /**
     * Stores the passages of the dataset, each as a section of its own of one document, so that nothing joins them.
     *
     * @param language of the passages, ISO 639-1
     */
    public RetrievalEvaluation index(KnowledgeStore store, Embedder embedder, String language) {
        Passage.Document document = document("", language);
        StoredDocument stored = new StoredDocument(
                course, document, "evaluation", data.passages().size());
        try (DocumentWriter writer = store.documents().replace(stored)) {
            for (int from = 0; from < data.passages().size(); from += BATCH) {
                int to = Math.min(from + BATCH, data.passages().size());
                writer.add(embed(embedder, chunks(from, to, language)));
            }
            writer.commit();
        }
        return this;
    }

    /** Asks every question for ten passages, and reports how well they were ranked. */
    public EvaluationReport run(KnowledgeSource retriever) {
        List<RankingMetrics> all = new ArrayList<>();
        Map<String, List<RankingMetrics>> byType = new TreeMap<>();
        for (BeirDataset.Question question : data.questions()) {
            List<String> ranking =
                    retriever
                            .retrieve(KnowledgeQuery.of(question.text(), course).atMost(RESULTS))
                            .passages()
                            .stream()
                            .map(Passage::id)
                            .toList();
            RankingMetrics metrics = RankingMetrics.of(ranking, question.relevance());
            all.add(metrics);
            if (question.type() != null) {
                byType.computeIfAbsent(question.type(), t -> new ArrayList<>()).add(metrics);
            }
        }
        Map<String, RankingMetrics> means = new TreeMap<>();
        byType.forEach((type, metrics) -> means.put(type, RankingMetrics.mean(metrics)));
        return new EvaluationReport(RankingMetrics.mean(all), means);
    }

    private List<Chunk> chunks(int from, int to, String language) {
        List<Chunk> chunks = new ArrayList<>();
        for (int i = from; i < to; i++) {
            BeirDataset.Passage passage = data.passages().get(i);
            chunks.add(new Chunk(
                    passage.id(),
                    document(passage.title(), language),
                    passage.id(),
                    List.of(),
                    i,
                    null,
                    passage.text(),
                    ""));
        }
        return chunks;
    }

    private static List<EmbeddedChunk> embed(Embedder embedder, List<Chunk> chunks) {
        List<float[]> vectors =
                embedder.embedPassages(chunks.stream().map(Chunk::searchText).toList());
        List<EmbeddedChunk> embedded = new ArrayList<>();
        for (int i = 0; i < chunks.size(); i++) {
            embedded.add(new EmbeddedChunk(chunks.get(i), chunks.get(i).id(), vectors.get(i)));
        }
        return embedded;
    }

    private static Passage.Document document(String title, String language) {
        return new Passage.Document("corpus.jsonl", title, ContentType.THEORY, null, null, null, language, null, null);
    }
}
