package io.github.activeia.samples.benchmarks;

import dev.langchain4j.store.embedding.pgvector.PgVectorEmbeddingStore.SearchMode;
import io.github.activeia.rag.store.pgvector.VectorIndex;
import io.github.activeia.rag.store.pgvector.VectorStorage;
import java.util.List;
import java.util.Locale;

/** Who takes part. */
enum Peer {
    ACTIVE_IA(OurStore.NAME),
    ACTIVE_IA_HALF("Active-IA, halfvec"),
    ACTIVE_IA_BINARY("Active-IA, binary"),
    ACTIVE_IA_IVFFLAT("Active-IA, IVFFlat"),
    ACTIVE_IA_EXHAUSTIVE("Active-IA, all words' chunks scored"),
    LANGCHAIN4J("langchain4j-pgvector"),
    LANGCHAIN4J_HYBRID("langchain4j-pgvector HYBRID"),
    SPRING_AI("Spring AI PgVectorStore"),
    SQL_EXACT("plain SQL, exact"),
    SQL_HNSW("plain SQL, HNSW");

    private static final int EVERYTHING = 1_000_000;

    private final String label;

    Peer(String label) {
        this.label = label;
    }

    /** Returns what the report calls it. */
    String label() {
        return label;
    }

    /** Returns what it can be asked for. */
    List<Mode> modes() {
        return switch (this) {
            case ACTIVE_IA -> List.of(Mode.HYBRID, Mode.VECTOR);
            case ACTIVE_IA_EXHAUSTIVE, LANGCHAIN4J_HYBRID -> List.of(Mode.HYBRID);
            default -> List.of(Mode.VECTOR);
        };
    }

    /** Returns whether it stores a grown corpus: ways to keep vectors are compared with real ones alone. */
    boolean storesGrown() {
        return this != ACTIVE_IA_HALF && this != ACTIVE_IA_BINARY && this != ACTIVE_IA_IVFFLAT;
    }

    /** Returns whether its ranking of a grown corpus is judged, which takes many searches. */
    boolean ranksGrown() {
        return this == ACTIVE_IA || this == ACTIVE_IA_EXHAUSTIVE;
    }

    /** Returns the name of the schema that it has for itself. */
    String schema() {
        return "bench_" + name().toLowerCase(Locale.ROOT);
    }

    Contender open(Site site) {
        return switch (this) {
            case ACTIVE_IA -> new ActiveIaContender(site, settings -> {});
            case ACTIVE_IA_HALF -> new ActiveIaContender(site, settings -> settings.storage(VectorStorage.HALF));
            case ACTIVE_IA_BINARY -> new ActiveIaContender(site, settings -> settings.storage(VectorStorage.BINARY));
            case ACTIVE_IA_IVFFLAT -> new ActiveIaContender(site, settings -> settings.index(VectorIndex.IVFFLAT));
            case ACTIVE_IA_EXHAUSTIVE -> new ActiveIaContender(site, settings -> settings.lexicalBudget(EVERYTHING));
            case LANGCHAIN4J -> new LangChain4jContender(site, SearchMode.VECTOR);
            case LANGCHAIN4J_HYBRID -> new LangChain4jContender(site, SearchMode.HYBRID);
            case SPRING_AI -> new SpringAiContender(site);
            case SQL_EXACT -> new PlainSqlContender(site, false);
            case SQL_HNSW -> new PlainSqlContender(site, true);
        };
    }
}
