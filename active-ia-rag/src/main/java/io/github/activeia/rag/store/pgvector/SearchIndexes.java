package io.github.activeia.rag.store.pgvector;

import java.sql.SQLException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two large indexes: of vectors, and of terms. Neither is there before a course is large enough to need it; a load that brings at
 * least half as much as there is drops them first and builds them afterwards, which is many times quicker than adding row by row.
 */
final class SearchIndexes {
    private static final Logger LOG = LoggerFactory.getLogger(SearchIndexes.class);
    private static final int SMALL_LOAD = 2000;
    private static final long MEGABYTE = 1 << 20;
    private static final long MOST_MEMORY = 2048;

    private static final String STATE =
            """
            SELECT coalesce(max(chunks), 0), coalesce(sum(chunks), 0),
                to_regclass(?) IS NOT NULL, to_regclass(?) IS NOT NULL,
                (SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = to_regclass(?))
            FROM (SELECT course, sum(chunks) AS chunks FROM ${k}statistics GROUP BY course) courses""";

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('activeia'), hashtext('indexes'))";

    private final Database database;
    private final int dimension;

    /** How many chunks the largest course has, and all together; which indexes there are; whether they may be changed. */
    record State(long largest, long all, boolean hasVectors, boolean hasTerms, boolean mayBuild) {}

    SearchIndexes(Database database, int dimension) {
        this.database = database;
        this.dimension = dimension;
    }

    /** Makes room for a load. */
    void beforeLoad(int rows) {
        if (rows < SMALL_LOAD || !database.settings().maintainAfterLoad()) {
            return;
        }
        State state = state();
        if (state.mayBuild() && (state.hasVectors() || state.hasTerms()) && rows >= state.all() / 2) {
            database.administration(transaction -> {
                lock(transaction);
                transaction.run("DROP INDEX IF EXISTS ${k}documents_vectors; DROP INDEX IF EXISTS ${k}lexicon_terms");
                return true;
            });
        }
    }

    /** Builds what a course needs by now. */
    void afterLoad() {
        if (!database.settings().maintainAfterLoad()) {
            return;
        }
        State state = state();
        if (needsTerms(state) || needsVectors(state)) {
            if (state.mayBuild()) {
                build();
            } else {
                LOG.warn(
                        "a course needs an index that this role may not build: call maintain() as the owner of the tables");
            }
        }
    }

    /** Builds what is missing; writers wait meanwhile, readers do not. */
    void build() {
        database.administration(transaction -> {
            lock(transaction);
            State state = state(transaction);
            memory(transaction, state);
            if (needsTerms(state)) {
                transaction.run("CREATE INDEX ${prefix}lexicon_terms ON ${k}lexicon_all USING gin (terms)");
            }
            if (needsVectors(state)) {
                transaction.run(
                        "CREATE INDEX ${prefix}documents_vectors ON ${k}documents_all USING " + method(state.all()));
            }
            return true;
        });
        database.administration(transaction -> {
            transaction.run("ANALYZE ${k}documents_all; ANALYZE ${k}lexicon_all; ANALYZE ${k}terms");
            return true;
        });
    }

    boolean needsVectors(State state) {
        PgVectorSettings settings = database.settings();
        return settings.index() != VectorIndex.NONE && !state.hasVectors() && state.largest() > settings.exactLimit();
    }

    boolean needsTerms(State state) {
        return !state.hasTerms() && state.largest() > database.settings().scoredLimit();
    }

    State state() {
        return database.administration(this::state);
    }

    State state(Transaction transaction) throws SQLException {
        Tables tables = database.tables();
        return transaction.one(
                STATE,
                (s, first) -> {
                    s.setString(1, tables.sql("${k}documents_vectors"));
                    s.setString(2, tables.sql("${k}lexicon_terms"));
                    s.setString(3, tables.sql("${k}documents_all"));
                },
                row -> new State(
                        row.getLong(1), row.getLong(2), row.getBoolean(3), row.getBoolean(4), row.getBoolean(5)));
    }

    private String method(long rows) {
        PgVectorSettings settings = database.settings();
        Map<VectorStorage, String> columns = Map.of(
                VectorStorage.FULL, "(embedding vector_ip_ops)",
                VectorStorage.HALF, "(embedding halfvec_ip_ops)",
                VectorStorage.BINARY, "((binary_quantize(embedding)::bit(${dimension})) bit_hamming_ops)");
        String column = columns.getOrDefault(settings.storage(), "");
        if (settings.index() == VectorIndex.IVFFLAT) {
            return "ivfflat " + column + " WITH (lists = " + lists(rows) + ")";
        }
        return "hnsw " + column + " WITH (m = " + settings.hnswLinks() + ", ef_construction = " + settings.hnswBuild()
                + ")";
    }

    /** Returns what pgvector's documentation advises: a thousandth of the rows, or their square root above a million. */
    private static long lists(long rows) {
        return Math.max(10, rows <= 1_000_000 ? rows / 1000 : (long) Math.sqrt((double) rows));
    }

    /** A graph that does not fit into this memory is built many times slower. */
    private void memory(Transaction transaction, State state) throws SQLException {
        long bytes = state.all() * (4L * dimension + 16L * database.settings().hnswLinks() + 256) * 5 / 4;
        long megabytes = Math.min(MOST_MEMORY, Math.max(64, bytes / MEGABYTE));
        transaction.run("SET LOCAL maintenance_work_mem = '" + megabytes + "MB'");
    }

    private static void lock(Transaction transaction) throws SQLException {
        transaction.query(LOCK, (s, first) -> {}, row -> true);
    }
}
