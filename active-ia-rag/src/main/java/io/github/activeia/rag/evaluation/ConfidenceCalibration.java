package io.github.activeia.rag.evaluation;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.retrieval.ConfidenceModel;
import io.github.activeia.rag.retrieval.HybridRetriever;
import io.github.activeia.rag.retrieval.RetrievalSettings;
import io.github.activeia.rag.store.KnowledgeStore;
import java.util.List;
import java.util.Set;

/** Gathers evidence for questions with and without an answer. Immutable. */
public final class ConfidenceCalibration {
    private final KnowledgeStore store;
    private final Embedder embedder;
    private final RetrievalSettings settings;

    private ConfidenceCalibration(KnowledgeStore store, Embedder embedder, RetrievalSettings settings) {
        this.store = store;
        this.embedder = embedder;
        this.settings = settings;
    }

    /** Returns a calibration against the courses of a store. */
    public static ConfidenceCalibration of(KnowledgeStore store, Embedder embedder, RetrievalSettings settings) {
        return new ConfidenceCalibration(store, embedder, settings);
    }

    /** Returns the evidence for questions that the material of a course answers. */
    public List<LabelledEvidence> answerable(List<BeirDataset.Question> questions, CourseId course) {
        return evidence(questions, course, true);
    }

    /** Returns the evidence for questions about something that the course does not teach. */
    public List<LabelledEvidence> foreign(List<BeirDataset.Question> questions, CourseId course) {
        return evidence(questions, course, false);
    }

    /** Returns the evidence for questions of the course as if the passages that answer them had never been written. */
    public List<LabelledEvidence> withoutAnswer(List<BeirDataset.Question> questions, CourseId course) {
        return questions.stream()
                .map(q -> evidence(q, course, q.relevance().keySet(), false))
                .toList();
    }

    private List<LabelledEvidence> evidence(List<BeirDataset.Question> questions, CourseId course, boolean answerable) {
        return questions.stream()
                .map(q -> evidence(q, course, Set.of(), answerable))
                .toList();
    }

    private LabelledEvidence evidence(
            BeirDataset.Question question, CourseId course, Set<String> missing, boolean answerable) {
        HybridRetriever retriever = HybridRetriever.of(
                new WithoutPassages(store, missing),
                embedder,
                settings,
                ConfidenceModel.of(embedder.profile().modelId()));
        return new LabelledEvidence(retriever.evidence(KnowledgeQuery.of(question.text(), course)), answerable);
    }
}
