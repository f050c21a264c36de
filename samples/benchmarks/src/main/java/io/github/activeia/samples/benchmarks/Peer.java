package io.github.activeia.samples.benchmarks;

import dev.langchain4j.store.embedding.pgvector.PgVectorEmbeddingStore.SearchMode;
import java.util.List;
import java.util.Locale;

/** Who takes part. */
enum Peer {
    ACTIVE_IA(OurStore.NAME),
    LANGCHAIN4J("langchain4j-pgvector"),
    LANGCHAIN4J_HYBRID("langchain4j-pgvector HYBRID"),
    SPRING_AI("Spring AI PgVectorStore"),
    SQL_EXACT("plain SQL, exact"),
    SQL_HNSW("plain SQL, HNSW");

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
            case LANGCHAIN4J_HYBRID -> List.of(Mode.HYBRID);
            default -> List.of(Mode.VECTOR);
        };
    }

    /** Returns the name of the schema that it has for itself. */
    String schema() {
        return "bench_" + name().toLowerCase(Locale.ROOT);
    }

    Contender open(Site site) {
        return switch (this) {
            case ACTIVE_IA -> new ActiveIaContender(site);
            case LANGCHAIN4J -> new LangChain4jContender(site, SearchMode.VECTOR);
            case LANGCHAIN4J_HYBRID -> new LangChain4jContender(site, SearchMode.HYBRID);
            case SPRING_AI -> new SpringAiContender(site);
            case SQL_EXACT -> new PlainSqlContender(site, false);
            case SQL_HNSW -> new PlainSqlContender(site, true);
        };
    }
}
