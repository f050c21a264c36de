package io.github.activeia.rag.store.pgvector;

import static io.github.activeia.core.Property.once;

import io.github.activeia.core.Faults;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a store in PostgreSQL is laid out and searched. Immutable. */
public final class PgVectorSettings {
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z_][a-z0-9_]{0,30}");

    private final Builder chosen;

    private PgVectorSettings(Builder builder) {
        this.chosen = builder.copy();
        new Faults()
                .require(
                        IDENTIFIER.matcher(schema()).matches(),
                        "schema",
                        "be lower-case letters, digits and _, at most 31",
                        schema(),
                        "use public if in doubt")
                .require(
                        IDENTIFIER.matcher(tablePrefix()).matches(),
                        "tablePrefix",
                        "be lower-case letters, digits and _, at most 31",
                        tablePrefix(),
                        "use knowledge_ if in doubt")
                .require(
                        within(hnswLinks(), 2, 100), "hnswLinks", "be from 2 to 100", hnswLinks(), "use 16 if in doubt")
                .require(
                        within(hnswBuild(), 2 * hnswLinks(), 1000),
                        "hnswBuild",
                        "be from 2 × hnswLinks to 1000",
                        hnswBuild(),
                        "use 64 if in doubt")
                .require(within(walk(), 1, 1000), "walk", "be from 1 to 1000", walk(), "use 100 if in doubt")
                .require(
                        within(exactLimit(), 0, 1_000_000),
                        "exactLimit",
                        "be from 0 to 1000000",
                        exactLimit(),
                        "use 1000 if in doubt")
                .require(
                        within(scoredLimit(), 0, 1_000_000),
                        "scoredLimit",
                        "be from 0 to 1000000",
                        scoredLimit(),
                        "use 1000 if in doubt")
                .require(
                        within(lexicalBudget(), 100, 1_000_000),
                        "lexicalBudget",
                        "be from 100 to 1000000",
                        lexicalBudget(),
                        "use 1000 if in doubt")
                .require(
                        isWithinAnHour(statementTimeout()),
                        "statementTimeout",
                        "be from 10 ms to 1 h",
                        statementTimeout(),
                        "use 10 s if in doubt")
                .require(
                        isWithinAnHour(writeTimeout()),
                        "writeTimeout",
                        "be from 10 ms to 1 h",
                        writeTimeout(),
                        "use 5 min if in doubt")
                .throwIfAny();
    }

    /** Returns the settings that were measured to be good. */
    public static PgVectorSettings defaults() {
        return builder().build();
    }

    /** Starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the schema of the tables. */
    public String schema() {
        return or(chosen.schema, "public");
    }

    /** Returns what the names of the tables begin with. */
    public String tablePrefix() {
        return or(chosen.tablePrefix, "knowledge_");
    }

    /** Returns what opening the store does about its tables. */
    public SchemaMode schemaMode() {
        return or(chosen.schemaMode, SchemaMode.MIGRATE);
    }

    /** Returns how vectors are kept. */
    public VectorStorage storage() {
        return or(chosen.storage, VectorStorage.FULL);
    }

    /** Returns which index serves large courses. */
    public VectorIndex index() {
        return or(chosen.index, VectorIndex.HNSW);
    }

    /** Returns {@code m}: how many links a node of the HNSW graph has. */
    public int hnswLinks() {
        return or(chosen.hnswLinks, 16);
    }

    /** Returns {@code ef_construction}: how many neighbours are considered when a node is added. */
    public int hnswBuild() {
        return or(chosen.hnswBuild, 64);
    }

    /** Returns {@code hnsw.ef_search} of each query; for IVFFlat, how many lists are read is a fifth of it. */
    public int walk() {
        return or(chosen.walk, 100);
    }

    /** Returns up to how many chunks a course is compared one by one instead of through the index. */
    public int exactLimit() {
        return or(chosen.exactLimit, 1000);
    }

    /** Returns up to how many chunks a course is scored by words one by one instead of through the index of terms. */
    public int scoredLimit() {
        return or(chosen.scoredLimit, 1000);
    }

    /** Returns how many chunks of a large course the words of a question may name to be scored. */
    public int lexicalBudget() {
        return or(chosen.lexicalBudget, 1000);
    }

    /** Returns after how long the server gives up a search. */
    public Duration statementTimeout() {
        return or(chosen.statementTimeout, Duration.ofSeconds(10));
    }

    /** Returns after how long the server gives up a single step of a write, such as loading the rows of a document. */
    public Duration writeTimeout() {
        return or(chosen.writeTimeout, Duration.ofMinutes(5));
    }

    /** Returns whether a load that makes a course large builds the indexes that it needs. */
    public boolean maintainAfterLoad() {
        return or(chosen.maintainAfterLoad, true);
    }

    private static boolean isWithinAnHour(Duration timeout) {
        return timeout.toMillis() >= 10 && timeout.compareTo(Duration.ofHours(1)) <= 0;
    }

    private static boolean within(int value, int least, int most) {
        return value >= least && value <= most;
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    /** Builds settings; each property can be set once. Not thread-safe. */
    public static final class Builder {
        private @Nullable String schema;
        private @Nullable String tablePrefix;
        private @Nullable SchemaMode schemaMode;
        private @Nullable VectorStorage storage;
        private @Nullable VectorIndex index;
        private @Nullable Integer hnswLinks;
        private @Nullable Integer hnswBuild;
        private @Nullable Integer walk;
        private @Nullable Integer exactLimit;
        private @Nullable Integer scoredLimit;
        private @Nullable Integer lexicalBudget;
        private @Nullable Duration statementTimeout;
        private @Nullable Duration writeTimeout;
        private @Nullable Boolean maintainAfterLoad;

        private Builder() {}

        /** Sets the schema of the tables; default public. It must exist. */
        public Builder schema(String name) {
            schema = once("schema", schema, name);
            return this;
        }

        /** Sets what the names of the tables begin with; default knowledge_. */
        public Builder tablePrefix(String prefix) {
            tablePrefix = once("tablePrefix", tablePrefix, prefix);
            return this;
        }

        /** Sets what opening the store does about its tables; default MIGRATE. */
        public Builder schemaMode(SchemaMode mode) {
            schemaMode = once("schemaMode", schemaMode, mode);
            return this;
        }

        /** Sets how vectors are kept; default FULL. */
        public Builder storage(VectorStorage kind) {
            storage = once("storage", storage, kind);
            return this;
        }

        /** Sets which index serves large courses; default HNSW. */
        public Builder index(VectorIndex kind) {
            index = once("index", index, kind);
            return this;
        }

        /** Sets {@code m} of HNSW; default 16, 2 to 100. */
        public Builder hnswLinks(int m) {
            hnswLinks = once("hnswLinks", hnswLinks, m);
            return this;
        }

        /** Sets {@code ef_construction} of HNSW; default 64, at least twice {@code m}, at most 1000. */
        public Builder hnswBuild(int efConstruction) {
            hnswBuild = once("hnswBuild", hnswBuild, efConstruction);
            return this;
        }

        /** Sets {@code hnsw.ef_search} of each query; default 100, 1 to 1000. */
        public Builder walk(int efSearch) {
            walk = once("walk", walk, efSearch);
            return this;
        }

        /** Sets up to how many chunks a course is compared one by one; default 1000, 0 to 1000000. */
        public Builder exactLimit(int chunks) {
            exactLimit = once("exactLimit", exactLimit, chunks);
            return this;
        }

        /** Sets up to how many chunks a course is scored by words one by one; default 1000, 0 to 1000000. */
        public Builder scoredLimit(int chunks) {
            scoredLimit = once("scoredLimit", scoredLimit, chunks);
            return this;
        }

        /** Sets how many chunks of a large course the words of a question may name; default 1000, 100 to 1000000. */
        public Builder lexicalBudget(int chunks) {
            lexicalBudget = once("lexicalBudget", lexicalBudget, chunks);
            return this;
        }

        /** Sets after how long the server gives up a single step of a write; default 5 min, 10 ms to 1 h. Building an index is not bound. */
        public Builder writeTimeout(Duration timeout) {
            writeTimeout = once("writeTimeout", writeTimeout, timeout);
            return this;
        }

        /**
         * Sets whether a load that makes a course large builds the indexes that it needs; default true. Without, they are built by
         * {@link PgVectorKnowledgeStore#maintain()}, once after many documents instead of while they come.
         */
        public Builder maintainAfterLoad(boolean build) {
            maintainAfterLoad = once("maintainAfterLoad", maintainAfterLoad, build);
            return this;
        }

        /** Sets after how long the server gives up a search; default 10 s, 10 ms to 1 h. */
        public Builder statementTimeout(Duration timeout) {
            statementTimeout = once("statementTimeout", statementTimeout, timeout);
            return this;
        }

        /**
         * Returns the settings.
         *
         * @throws io.github.activeia.core.ConfigurationException with everything that is wrong
         */
        public PgVectorSettings build() {
            return new PgVectorSettings(this);
        }

        private Builder copy() {
            Builder copy = new Builder();
            copy.schema = schema;
            copy.tablePrefix = tablePrefix;
            copy.schemaMode = schemaMode;
            copy.storage = storage;
            copy.index = index;
            copy.hnswLinks = hnswLinks;
            copy.hnswBuild = hnswBuild;
            copy.walk = walk;
            copy.exactLimit = exactLimit;
            copy.scoredLimit = scoredLimit;
            copy.lexicalBudget = lexicalBudget;
            copy.statementTimeout = statementTimeout;
            copy.writeTimeout = writeTimeout;
            copy.maintainAfterLoad = maintainAfterLoad;
            return copy;
        }
    }
}
