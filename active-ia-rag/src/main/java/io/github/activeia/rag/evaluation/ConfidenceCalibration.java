package io.github.activeia.rag.evaluation;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.Faults;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.retrieval.ConfidenceModel;
import io.github.activeia.rag.retrieval.Evidence;
import io.github.activeia.rag.retrieval.HybridRetriever;
import io.github.activeia.rag.retrieval.RetrievalSettings;
import io.github.activeia.rag.store.KnowledgeStore;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Gathers evidence for questions with and without an answer. Immutable. */
public final class ConfidenceCalibration {
    private static final double PENALTY = 0.01;
    private static final double ANSWERED_SHARE = 0.95;
    private static final double CAUTIOUS_SHARE = 0.9;

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

    /**
     * Fits a model. Its threshold is the highest at which 95 % of the answerable examples suffice, since to tell students that their
     * own course does not cover a question costs more than to look at a passage in vain; 90 % for a model of words alone, which is to be
     * cautious.
     *
     * @param examples with and without an answer; the two kinds weigh the same, however many there are of each
     * @param lexicalOnly whether to look at words alone, for embedding models that nobody has calibrated
     * @throws io.github.activeia.core.ConfigurationException if there are no examples of one kind
     */
    public static ConfidenceModel fit(List<LabelledEvidence> examples, boolean lexicalOnly) {
        long yes = examples.stream().filter(LabelledEvidence::answerable).count();
        new Faults()
                .require(
                        yes > 0 && yes < examples.size(),
                        "examples",
                        "be of both kinds",
                        yes + " answerable of " + examples.size(),
                        "add questions with and without an answer")
                .throwIfAny();
        double[][] rows =
                examples.stream().map(e -> figures(e.evidence(), lexicalOnly)).toArray(double[][]::new);
        boolean[] labels = new boolean[rows.length];
        double[] importance = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = examples.get(i).answerable();
            importance[i] = 1.0 / (labels[i] ? yes : rows.length - yes);
        }
        LogisticRegression fitted = LogisticRegression.fit(rows, labels, importance, PENALTY);
        return withThreshold(fitted, examples, lexicalOnly ? CAUTIOUS_SHARE : ANSWERED_SHARE);
    }

    private static double[] figures(Evidence evidence, boolean lexicalOnly) {
        double[] figures = evidence.toArray();
        if (lexicalOnly) {
            Arrays.fill(figures, Evidence.LEXICAL, figures.length, 0);
        }
        return figures;
    }

    private static ConfidenceModel withThreshold(
            LogisticRegression fitted, List<LabelledEvidence> examples, double answeredShare) {
        ConfidenceModel model = ConfidenceModel.of(fitted.intercept(), fitted.weights(), 0.5);
        double[] answerable = examples.stream()
                .filter(LabelledEvidence::answerable)
                .mapToDouble(e -> model.probability(e.evidence()))
                .sorted()
                .toArray();
        double lowest = answerable[(int) (answerable.length * (1 - answeredShare))];
        double threshold = Math.floor(Math.min(0.9, Math.max(0.05, lowest)) * 100) / 100;
        return ConfidenceModel.of(fitted.intercept(), fitted.weights(), threshold);
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
