package io.github.activeia.samples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.pgvector.PgVectorKnowledgeStore;
import io.github.activeia.rag.store.pgvector.PgVectorSettings;
import java.util.function.Consumer;

/** The store of ours that takes part: the only class that knows which one it is. */
final class OurStore implements AutoCloseable {
    /** What the report calls it. */
    static final String NAME = "Active-IA";

    private final Site site;
    private final HikariDataSource pool;
    private final PgVectorKnowledgeStore store;

    private OurStore(Site site, HikariDataSource pool, PgVectorKnowledgeStore store) {
        this.site = site;
        this.pool = pool;
        this.store = store;
    }

    static OurStore open(Site site) {
        return open(site, settings -> {});
    }

    /** Opens it with more settings than the place of its tables. */
    static OurStore open(Site site, Consumer<PgVectorSettings.Builder> variant) {
        HikariDataSource pool = site.database().pool(site.schema());
        PgVectorSettings.Builder settings =
                PgVectorSettings.builder().schema(site.schema()).maintainAfterLoad(false);
        variant.accept(settings);
        return new OurStore(
                site, pool, PgVectorKnowledgeStore.open(pool, site.embedder().profile(), settings.build()));
    }

    KnowledgeStore store() {
        return store;
    }

    /** Builds the indexes that the courses need; returns whether vectors have one. */
    boolean awaitIndex() {
        store.maintain();
        return store.health().vectorIndex();
    }

    /** Returns what the store takes in the database. */
    long bytes() {
        return site.database().bytes(site.schema());
    }

    @Override
    public void close() {
        store.close();
        pool.close();
    }
}
