package io.github.activeia.core.knowledge;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.Difficulty;
import io.github.activeia.core.cache.Cache;
import io.github.activeia.core.cache.CacheFamily;
import io.github.activeia.core.cache.CacheKey;
import io.github.activeia.core.cache.CacheStats;
import io.github.activeia.core.cache.CachedValues;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Keeps what a source found, for as long as the course does not change and 30 minutes at most. The key holds the course, its
 * version and the whole query, as a hash. A course without a version is searched each time. Thread-safe; it closes nothing.
 *
 * <pre>{@code
 * VersionedKnowledge knowledge = CachedKnowledge.of(KnowledgeBase.lucene(folder), cache);
 * }</pre>
 *
 * <p>Trap: the version is asked before each search, which is a round trip where the material is on a server; it is what makes a
 * changed document visible at once.
 */
public final class CachedKnowledge implements VersionedKnowledge {
    private final VersionedKnowledge source;
    private final CachedValues<KnowledgeResult> results;

    private CachedKnowledge(VersionedKnowledge source, Cache cache) {
        this.source = source;
        this.results = CachedValues.of(cache, new KnowledgeResultCodec());
    }

    /** Puts a cache before a source. */
    public static CachedKnowledge of(VersionedKnowledge source, Cache cache) {
        return new CachedKnowledge(source, cache);
    }

    @Override
    public KnowledgeResult retrieve(KnowledgeQuery query) {
        return version(query.course())
                .map(version -> results.get(key(query, version), () -> source.retrieve(query)))
                .orElseGet(() -> source.retrieve(query));
    }

    @Override
    public Optional<String> version(CourseId course) {
        return source.version(course);
    }

    /** Returns how often a result was found. */
    public CacheStats stats() {
        return results.stats();
    }

    private static CacheKey key(KnowledgeQuery query, String version) {
        Difficulty difficulty = query.difficulty();
        String unit = query.unit();
        return CacheKey.of(CacheFamily.RETRIEVAL)
                .part("course", query.course().value())
                .part("corpus", version)
                .part("query", query.text())
                .part("unit", unit == null ? "none" : "unit " + unit)
                .part("difficulty", difficulty == null ? "none" : difficulty.name())
                .part(
                        "types",
                        query.contentTypes().stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                .part("results", Integer.toString(query.maxResults()))
                .build();
    }
}
