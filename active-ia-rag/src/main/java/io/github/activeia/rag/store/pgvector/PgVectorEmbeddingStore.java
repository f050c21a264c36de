package io.github.activeia.rag.store.pgvector;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingSearchResult;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.filter.Filter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One course of a {@link PgVectorKnowledgeStore}, as langchain4j's store of segments. It holds what was added through it, and nothing
 * else: files that were ingested are neither found nor removed here. The segments are chunks of one document in the course's catalog,
 * {@value #SOURCE}, so that a {@code KnowledgeBase} over the course finds them too, by their words and by their meaning.
 *
 * <p>The title of a chunk is the segment's metadata {@code title}, or {@code file_name}, or {@value #SOURCE}; its language is the
 * metadata {@code language}, or {@code es}. An embedding without a segment, or with a blank one, is found here alone. Metadata comes
 * back with the types that it was put in with. Ids are any text; a segment that is added again with the same id replaces the first.
 *
 * <p>A search compares vectors alone, whatever the request's query text says; words and meaning together are for
 * {@code HybridRetriever}. The score is (cosine + 1) / 2. It is exact up to {@link PgVectorSettings#exactLimit()} segments that the
 * filter lets through, and goes through the vector index above. Vectors come back with length 1; one that had it is returned unchanged.
 *
 * <p>Filters see what {@link Filter#test} sees, except that values of types that cannot be compared are unequal instead of an error.
 * Every key and every value of a filter is a parameter of the statement. A key is a letter or _, then letters, digits and _, at most 63.
 *
 * <p>What cannot be kept or asked is refused with {@link io.github.activeia.core.InvalidValueException}: a vector of another dimension,
 * a filter with other keys, other types or of more than 1000 comparisons, a text with U+0000. Failures of the server are
 * {@link io.github.activeia.rag.store.KnowledgeStoreException}. Each call is one transaction. Thread-safe.
 */
public final class PgVectorEmbeddingStore implements EmbeddingStore<TextSegment> {
    /** The document that the segments belong to. */
    public static final String SOURCE = "langchain4j";

    private final SegmentWriter writer;
    private final SegmentSearch search;

    PgVectorEmbeddingStore(SegmentWriter writer, SegmentSearch search) {
        this.writer = writer;
        this.search = search;
    }

    @Override
    public String add(Embedding embedding) {
        return addAll(List.of(embedding)).get(0);
    }

    @Override
    public void add(String id, Embedding embedding) {
        addAll(List.of(requireId(id)), List.of(embedding), null);
    }

    @Override
    public String add(Embedding embedding, TextSegment segment) {
        return addAll(List.of(embedding), List.of(segment)).get(0);
    }

    @Override
    public List<String> addAll(List<Embedding> embeddings) {
        List<String> ids = generateIds(embeddings.size());
        addAll(ids, embeddings, null);
        return ids;
    }

    /**
     * Adds segments in one transaction, with the server's quickest way to load rows. Of entries with the same id the last one counts.
     *
     * @param segments may be null, or hold nulls, for embeddings alone
     * @throws IllegalArgumentException if the lists differ in size, or an id is blank
     */
    @Override
    public void addAll(
            @Nullable List<String> ids,
            @Nullable List<Embedding> embeddings,
            @Nullable List<@Nullable TextSegment> segments) {
        List<String> names = ids == null ? List.of() : ids;
        List<Embedding> vectors = embeddings == null ? List.of() : embeddings;
        List<? extends @Nullable TextSegment> texts =
                segments == null ? Collections.nCopies(names.size(), null) : segments;
        requireSizes(names.size(), vectors.size(), texts.size());
        Map<String, SegmentWriter.Entry> entries = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String id = requireId(names.get(i));
            entries.remove(id);
            entries.put(id, new SegmentWriter.Entry(id, vectors.get(i).vector(), texts.get(i)));
        }
        if (!entries.isEmpty()) {
            writer.add(new ArrayList<>(entries.values()));
        }
    }

    /**
     * Removes a segment; one that is not there is left alone.
     *
     * @throws IllegalArgumentException if the id is blank
     */
    @Override
    public void remove(String id) {
        removeAll(List.of(requireId(id)));
    }

    /**
     * Removes segments; those that are not there are left alone.
     *
     * @throws IllegalArgumentException if there are no ids
     */
    @Override
    public void removeAll(Collection<String> ids) {
        if (ids == null || ids.isEmpty()) {
            throw new IllegalArgumentException("ids cannot be null or empty");
        }
        ids.forEach(PgVectorEmbeddingStore::requireId);
        writer.remove(ids);
    }

    /**
     * Removes the segments that a filter lets through.
     *
     * @throws io.github.activeia.core.InvalidValueException if the filter cannot be asked
     */
    @Override
    public void removeAll(Filter filter) {
        if (filter == null) {
            throw new IllegalArgumentException("filter cannot be null");
        }
        writer.remove(FilterSql.of(filter));
    }

    /** Removes every segment of the course, but no file that was ingested. */
    @Override
    public void removeAll() {
        writer.remove(FilterSql.of(null));
    }

    @Override
    public EmbeddingSearchResult<TextSegment> search(EmbeddingSearchRequest request) {
        return new EmbeddingSearchResult<>(search.matches(request));
    }

    private static String requireId(@Nullable String id) {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("id cannot be null or blank");
        }
        return SegmentMetadata.requireStorable("id", id);
    }

    private static void requireSizes(int ids, int embeddings, int segments) {
        if (ids != embeddings || ids != segments) {
            throw new IllegalArgumentException("ids, embeddings and segments must be of one size, but were " + ids
                    + ", " + embeddings + " and " + segments + " — give each id its embedding and its segment");
        }
    }
}
