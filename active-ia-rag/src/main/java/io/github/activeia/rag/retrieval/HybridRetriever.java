package io.github.activeia.rag.retrieval;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.core.knowledge.KnowledgeResult;
import io.github.activeia.core.knowledge.KnowledgeSource;
import io.github.activeia.core.knowledge.SolutionIndex;
import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.store.Candidate;
import io.github.activeia.rag.store.CandidateQuery;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.Vocabulary;
import java.util.List;
import java.util.Set;

/**
 * Finds passages by words and by meaning at once, and says whether they suffice. Thread-safe; closes neither the store nor the
 * embedder.
 */
public final class HybridRetriever implements KnowledgeSource, SolutionIndex {
    private final KnowledgeStore store;
    private final Embedder embedder;
    private final RetrievalSettings settings;
    private final QueryPreparation preparation = new QueryPreparation();
    private final Fusion fusion;
    private final NearDuplicates duplicates;
    private final EvidenceReader evidence = new EvidenceReader();
    private final ConfidenceModel confidence;

    private HybridRetriever(
            KnowledgeStore store, Embedder embedder, RetrievalSettings settings, ConfidenceModel confidence) {
        this.store = store;
        this.embedder = embedder;
        this.settings = settings;
        this.fusion = Fusion.of(settings);
        this.duplicates = new NearDuplicates(settings.duplicateSimilarity());
        this.confidence = confidence;
    }

    /** Returns a retriever with the confidence that was calibrated for the embedder's model, or else the cautious one. */
    public static HybridRetriever of(KnowledgeStore store, Embedder embedder, RetrievalSettings settings) {
        return of(
                store, embedder, settings, ConfidenceModel.of(embedder.profile().modelId()));
    }

    /** Returns a retriever with a confidence of its own. */
    public static HybridRetriever of(
            KnowledgeStore store, Embedder embedder, RetrievalSettings settings, ConfidenceModel confidence) {
        return new HybridRetriever(store, embedder, settings, confidence);
    }

    @Override
    public KnowledgeResult retrieve(KnowledgeQuery query) {
        Search search = search(query.text(), query.course(), query.contentTypes());
        List<Ranked> ranked = fusion.rank(search.candidates());
        if (ranked.isEmpty()) {
            return KnowledgeResult.nothing();
        }
        double probability = confidence.probability(evidence.read(search, ranked));
        List<Ranked> suited = TeachingRerank.apply(ranked, query);
        List<Ranked> best = duplicates.remove(suited, query.maxResults());
        return new KnowledgeResult(
                Coherence.join(best), confidence.band(probability), probability, confidence.isSufficient(probability));
    }

    @Override
    public List<StoredSolution> nearest(CourseId course, String text, int maxResults) {
        Search search = search(text, course, Set.of(ContentType.SOLUTION));
        return fusion.rank(search.candidates()).stream()
                .limit(maxResults)
                .map(Ranked::chunk)
                .map(c -> new StoredSolution(c.id(), c.text(), c.document().source()))
                .toList();
    }

    /** Returns what the confidence in a result rests on, to calibrate it with. */
    public Evidence evidence(KnowledgeQuery query) {
        Search search = search(query.text(), query.course(), query.contentTypes());
        return evidence.read(search, fusion.rank(search.candidates()));
    }

    private Search search(String question, CourseId course, Set<ContentType> contentTypes) {
        Vocabulary vocabulary = store.chunks().vocabulary(course, question);
        String text = preparation.prepare(question, vocabulary);
        if (text.isBlank()) {
            return new Search(text, vocabulary, List.of());
        }
        List<Candidate> candidates = store.chunks()
                .candidates(
                        new CandidateQuery(course, text, embedder.embedQuery(text), contentTypes, settings.perLeg()));
        return new Search(text, vocabulary, candidates);
    }

    /** What was asked, and what came back. */
    record Search(String text, Vocabulary vocabulary, List<Candidate> candidates) {}
}
