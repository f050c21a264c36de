package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Fault;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import io.github.activeia.rag.store.ChunkSearch;
import io.github.activeia.rag.store.DocumentCatalog;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.StoreContents;
import javax.sql.DataSource;

/**
 * A {@link KnowledgeStore} in PostgreSQL with pgvector: BM25 with the terms of the Lucene store, and cosine over vectors, in one
 * statement. A document is there when its commit returns. It borrows a connection of the host's DataSource for each call and never keeps
 * one. Thread-safe, and any number of processes may use the same tables.
 */
public final class PgVectorKnowledgeStore implements KnowledgeStore {
    private final Database database;
    private final ChunkTerms terms = new ChunkTerms();
    private final Vectors vectors;
    private final SearchIndexes indexes;

    private PgVectorKnowledgeStore(Database database, EmbeddingProfile profile) {
        this.database = database;
        this.vectors = new Vectors(profile.dimension());
        this.indexes = new SearchIndexes(database, profile.dimension());
    }

    /** Opens the tables with the {@link PgVectorSettings#defaults() default settings}: they are made if they are missing. */
    public static PgVectorKnowledgeStore open(DataSource connections, EmbeddingProfile profile) {
        return open(connections, profile, PgVectorSettings.defaults());
    }

    /**
     * Opens the tables.
     *
     * @param connections of the host, a pool if there is more than one user; it stays the host's to close
     * @param profile of the model that makes the vectors
     * @throws io.github.activeia.core.ConfigurationException if the server or the extension is missing something, or the tables
     *     belong to another model, dimension or version
     * @throws io.github.activeia.rag.store.KnowledgeStoreException if the server cannot be reached
     */
    public static PgVectorKnowledgeStore open(
            DataSource connections, EmbeddingProfile profile, PgVectorSettings settings) {
        requireDriver();
        PgVectorSchema schema = PgVectorSchema.of(settings, profile);
        Database database = new Database(connections, settings, schema.tables());
        schema.prepare(database);
        return new PgVectorKnowledgeStore(database, profile);
    }

    private static void requireDriver() {
        try {
            Class.forName("org.postgresql.PGConnection", false, PgVectorKnowledgeStore.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new ConfigurationException(new Fault(
                    "the driver of PostgreSQL",
                    "be on the class path",
                    "missing",
                    "add the artifact org.postgresql:postgresql"));
        }
    }

    @Override
    public DocumentCatalog documents() {
        return new PgDocumentCatalog(database, terms, vectors, indexes);
    }

    @Override
    public ChunkSearch chunks() {
        return new PgChunkSearch(database, terms, vectors);
    }

    @Override
    public StoreContents contents() {
        return new PgContents(database);
    }

    /**
     * Returns a course as langchain4j's store of segments. What is added there is found by words and by meaning here.
     *
     * @param course that everything stays within
     */
    public PgVectorEmbeddingStore embeddingStore(CourseId course) {
        return new PgVectorEmbeddingStore(
                new SegmentWriter(database, terms, vectors, indexes, course),
                new SegmentSearch(database, vectors, course));
    }

    /**
     * Builds the indexes that the courses need by now, if a load could not: as the owner of the tables. It takes some seconds for each
     * ten thousand chunks; searches go on meanwhile.
     */
    public void maintain() {
        indexes.build();
    }

    /**
     * Looks at the server, the indexes and the role.
     *
     * @throws io.github.activeia.rag.store.KnowledgeStoreException if the server cannot be reached
     */
    public PgVectorHealth health() {
        return new HealthCheck(database, indexes).run();
    }

    /** Cancels what runs, and refuses what comes; the DataSource stays open. Closing twice is harmless. */
    @Override
    public void close() {
        database.close();
    }
}
