package io.github.activeia.rag.store.langchain4j;

import io.github.activeia.rag.store.Candidate;
import io.github.activeia.rag.store.CandidateQuery;
import io.github.activeia.rag.store.Chunk;
import io.github.activeia.rag.store.EmbeddedChunk;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.langchain4j.VectorEngine.Hit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The chunks that the store beside an engine holds now, for one question: the judge of whatever the engine finds. A segment counts if
 * a chunk of the course, of a type that was asked for, has its id. Not thread-safe.
 */
final class CurrentChunks {
    private static final int MOST_BY_WORDS = 1000;

    private final KnowledgeStore beside;
    private final CandidateQuery query;
    private final float[] vector;
    private final Map<String, Candidate> scored;
    private final boolean allWordsKnown;
    private final Map<String, Map<String, EmbeddedChunk>> documents = new HashMap<>();
    private @Nullable Map<String, Double> words;

    CurrentChunks(KnowledgeStore beside, CandidateQuery query, float[] vector, List<Candidate> scored) {
        this.beside = beside;
        this.query = query;
        this.vector = vector;
        this.scored = byId(scored);
        this.allWordsKnown = scored.stream().filter(c -> c.lexical() > 0).count() < query.perLeg();
    }

    /** Returns the chunk of a segment with both scores, or empty if it is not current. */
    Optional<Candidate> find(Hit hit) {
        Candidate known = scored.get(hit.id());
        if (known != null) {
            return Optional.of(known);
        }
        EmbeddedChunk chunk =
                documents.computeIfAbsent(hit.source(), this::read).get(hit.id());
        if (chunk == null
                || !ContentTypes.allowed(query.contentTypes())
                        .contains(chunk.chunk().document().contentType())) {
            return Optional.empty();
        }
        return Optional.of(new Candidate(chunk.chunk(), lexical(hit.id()), Vectors.cosine(vector, chunk.vector())));
    }

    /** Reads a document, or nothing of it if it was written since the scores were taken: its two versions must not meet. */
    private Map<String, EmbeddedChunk> read(String source) {
        Map<String, EmbeddedChunk> chunks = new HashMap<>();
        beside.contents()
                .read(query.course(), source, batch -> batch.forEach(chunk -> chunks.put(id(chunk.chunk()), chunk)));
        boolean same = scored.values().stream()
                .map(Candidate::chunk)
                .filter(chunk -> chunk.document().source().equals(source))
                .allMatch(chunk -> chunks.containsKey(id(chunk)));
        return same ? chunks : Map.of();
    }

    private double lexical(String id) {
        if (allWordsKnown) {
            return 0;
        }
        if (words == null) {
            words = byId(beside.chunks().candidates(byWords())).entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, e -> e.getValue().lexical()));
        }
        return words.getOrDefault(id, 0.0);
    }

    /** The checker does not see that the array may be null. */
    @SuppressWarnings("NullAway")
    private CandidateQuery byWords() {
        return new CandidateQuery(query.course(), query.text(), null, query.contentTypes(), MOST_BY_WORDS);
    }

    private Map<String, Candidate> byId(List<Candidate> candidates) {
        return candidates.stream().collect(Collectors.toMap(c -> id(c.chunk()), c -> c, (first, again) -> first));
    }

    private String id(Chunk chunk) {
        return SegmentKeys.id(query.course(), chunk);
    }
}
