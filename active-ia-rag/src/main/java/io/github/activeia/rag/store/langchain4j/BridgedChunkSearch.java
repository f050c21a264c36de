package io.github.activeia.rag.store.langchain4j;

import io.github.activeia.core.CourseId;
import io.github.activeia.rag.store.Candidate;
import io.github.activeia.rag.store.CandidateQuery;
import io.github.activeia.rag.store.Chunk;
import io.github.activeia.rag.store.ChunkSearch;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.Vocabulary;
import io.github.activeia.rag.store.langchain4j.VectorEngine.Hit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the best by meaning from the engine, and all the rest from the store beside it. */
final class BridgedChunkSearch implements ChunkSearch {
    private static final int WIDEST = 8;

    private final VectorEngine engine;
    private final KnowledgeStore beside;

    BridgedChunkSearch(VectorEngine engine, KnowledgeStore beside) {
        this.engine = engine;
        this.beside = beside;
    }

    @Override
    public List<Candidate> candidates(CandidateQuery query) {
        float[] vector = query.vector();
        if (vector == null || Vectors.isZero(vector)) {
            return beside.chunks().candidates(query);
        }
        List<Hit> hits = engine.nearest(query, vector, query.perLeg());
        List<Candidate> scored = beside.chunks().candidates(query);
        CurrentChunks current = new CurrentChunks(beside, query, vector, scored);

        Map<String, Candidate> union = new LinkedHashMap<>();
        byWords(scored, query.perLeg()).forEach(c -> union.put(SegmentKeys.id(query.course(), c.chunk()), c));
        byMeaning(query, vector, hits, current).forEach(union::putIfAbsent);
        return List.copyOf(union.values());
    }

    @Override
    public List<Chunk> section(CourseId course, String sectionId) {
        return beside.chunks().section(course, sectionId);
    }

    @Override
    public Vocabulary vocabulary(CourseId course, String text) {
        return beside.chunks().vocabulary(course, text);
    }

    private static List<Candidate> byWords(List<Candidate> scored, int most) {
        return scored.stream()
                .filter(c -> c.lexical() > 0)
                .sorted(Comparator.comparingDouble(Candidate::lexical).reversed())
                .limit(most)
                .toList();
    }

    /** Asks for more while some of what the engine found is of the past, and asking for more finds more. */
    private Map<String, Candidate> byMeaning(
            CandidateQuery query, float[] vector, List<Hit> first, CurrentChunks current) {
        List<Hit> hits = first;
        int asked = query.perLeg();
        Map<String, Candidate> found = best(hits, current, query.perLeg());
        while (found.size() < Math.min(hits.size(), query.perLeg()) && asked < WIDEST * query.perLeg()) {
            asked *= 2;
            List<Hit> more = engine.nearest(query, vector, asked);
            if (more.equals(hits)) {
                break;
            }
            hits = more;
            found = best(hits, current, query.perLeg());
        }
        return found;
    }

    private static Map<String, Candidate> best(List<Hit> hits, CurrentChunks current, int most) {
        Map<String, Candidate> best = new LinkedHashMap<>();
        for (Hit hit : hits) {
            Optional<Candidate> candidate = best.size() < most ? current.find(hit) : Optional.empty();
            candidate.ifPresent(c -> best.put(hit.id(), c));
        }
        return best;
    }
}
