package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import io.github.activeia.core.Faults;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables of a store: what SQL makes them, and whether they are there. A host with migrations of its own puts {@link #script()}
 * into one of them, as plain SQL for Flyway or Liquibase, and opens the store with {@link SchemaMode#VALIDATE}. Immutable.
 */
public final class PgVectorSchema {
    static final int VERSION = 2;

    /** What makes each version from the one before. */
    private static final List<String> SCRIPTS = List.of("V1__knowledge.sql", "V2__hints.sql");

    private static final Logger LOG = LoggerFactory.getLogger(PgVectorSchema.class);
    private static final Pattern ROLE = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    /** Names that PostgreSQL takes for no role even in quotes. */
    private static final Set<String> EVERYBODY_OR_NOBODY = Set.of("public", "none");

    private static final int OLDEST_SERVER = 150_000;

    private static final String SERVER = "SELECT current_setting('server_version_num')::integer,"
            + " current_setting('server_version'), current_database(),"
            + " (SELECT extversion FROM pg_extension WHERE extname = 'vector'),"
            + " to_regtype('sparsevec') IS NOT NULL, to_regnamespace(?) IS NOT NULL";

    private static final String INSTALLED = "SELECT CASE WHEN to_regclass(?) IS NULL THEN 0 ELSE"
            + " (xpath('/row/v/text()', query_to_xml('SELECT max(version) AS v FROM ${k}schema',"
            + " false, true, '')))[1]::text::integer END";

    private static final String MODEL = "SELECT model_id, dimension, storage, analysis FROM ${k}model";

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('activeia'), hashtext('schema'))";

    private final PgVectorSettings settings;
    private final EmbeddingProfile profile;
    private final Tables tables;

    private PgVectorSchema(PgVectorSettings settings, EmbeddingProfile profile) {
        this.settings = settings;
        this.profile = profile;
        this.tables = new Tables(settings, profile);
    }

    /**
     * Returns the schema for a model.
     *
     * @throws ConfigurationException if pgvector cannot index vectors of the model's dimension in the storage that is set
     */
    public static PgVectorSchema of(PgVectorSettings settings, EmbeddingProfile profile) {
        int most = settings.storage().mostDimensions();
        new Faults()
                .require(
                        profile.dimension() <= most || settings.index() == VectorIndex.NONE,
                        "dimension",
                        "be at most " + most + " with storage " + settings.storage(),
                        profile.dimension(),
                        "use VectorStorage.HALF (4000) or BINARY (16000), or VectorIndex.NONE")
                .throwIfAny();
        return new PgVectorSchema(settings, profile);
    }

    /** Returns the SQL that makes everything, in the order in which it is to be run. */
    public String script() {
        return from(0) + search();
    }

    /**
     * Returns the SQL that lets one role read the knowledge, and nothing else, and another bring material in.
     *
     * @param retrievalRole lower-case letters, digits and _
     * @param ingestionRole likewise
     */
    public String roles(String retrievalRole, String ingestionRole) {
        requireRole("retrievalRole", retrievalRole);
        requireRole("ingestionRole", ingestionRole);
        if (retrievalRole.equals(ingestionRole)) {
            throw new InvalidValueException(
                    "ingestionRole",
                    "be another role than retrievalRole",
                    ingestionRole,
                    "create a role for each: who answers students must not be able to change what is answered");
        }
        return tables.script("roles.sql", Map.of("retrieval_role", retrievalRole, "ingestion_role", ingestionRole));
    }

    /**
     * Creates or updates the tables, one process at a time; what is up to date is left alone.
     *
     * @throws ConfigurationException if the server or the extension is missing something, or the tables belong to another model
     */
    public void migrate(DataSource connections) {
        Database database = database(connections);
        database.administration(this::migrate);
    }

    /**
     * Checks that everything is there, and changes nothing.
     *
     * @throws ConfigurationException with what is missing or wrong, and what to run
     */
    public void validate(DataSource connections) {
        database(connections).administration(this::validate);
    }

    /** Returns what makes the tables of this version from those of an older one, or from nothing. */
    private String from(int version) {
        return SCRIPTS.subList(version, VERSION).stream()
                .map(script -> tables.script(script, Map.of()) + '\n')
                .collect(Collectors.joining());
    }

    /** Does what the settings say. */
    void prepare(Database database) {
        switch (settings.schemaMode()) {
            case NONE -> LOG.debug("the tables are not checked");
            case VALIDATE -> database.administration(this::validate);
            case MIGRATE -> database.administration(this::migrate);
            case PRINT -> {
                LOG.info("SQL of the knowledge tables:\n{}", script());
                database.administration(this::validate);
            }
        }
    }

    Tables tables() {
        return tables;
    }

    private boolean migrate(Transaction transaction) throws SQLException {
        transaction.query(LOCK, (s, first) -> {}, row -> true);
        requireServer(transaction);
        int installed = installed(transaction);
        if (installed == 0) {
            transaction.runFilled(from(0));
            transaction.runFilled(search());
        } else {
            if (installed > 0 && installed < VERSION) {
                transaction.runFilled(from(installed));
            }
            requireVersion(installed(transaction));
            requireModel(transaction);
            if (!isSearchCurrent(transaction)) {
                transaction.runFilled(search());
            }
        }
        return true;
    }

    private boolean validate(Transaction transaction) throws SQLException {
        requireServer(transaction);
        requireVersion(installed(transaction));
        requireModel(transaction);
        if (!isSearchCurrent(transaction)) {
            throw new ConfigurationException(new Fault(
                    "search functions",
                    "be those of this version",
                    "others",
                    "run R__search.sql again, or open the store once with SchemaMode.MIGRATE"));
        }
        return true;
    }

    private void requireServer(Transaction transaction) throws SQLException {
        Server server = transaction.one(
                SERVER,
                (s, first) -> s.setString(first, settings.schema()),
                row -> new Server(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getBoolean(6)));
        server.require(settings.schema());
    }

    private int installed(Transaction transaction) throws SQLException {
        return transaction.one(
                INSTALLED, (s, first) -> s.setString(first, tables.sql("${k}schema")), row -> row.getInt(1));
    }

    private void requireVersion(int installed) {
        new Faults()
                .require(
                        installed == VERSION,
                        "knowledge tables",
                        "be of version " + VERSION,
                        installed == 0 ? "missing" : "version " + installed,
                        installed > VERSION
                                ? "use the version of Active-IA that made them, or a newer one"
                                : "open the store with SchemaMode.MIGRATE, or run "
                                        + (installed == 1
                                                ? "V2__hints.sql with the placeholders filled in"
                                                : "what PgVectorSchema.script() returns"))
                .throwIfAny();
    }

    private void requireModel(Transaction transaction) throws SQLException {
        Model model = transaction.one(
                MODEL,
                (s, first) -> {},
                row -> new Model(row.getString(1), row.getInt(2), row.getString(3), row.getInt(4)));
        String remedy =
                "drop the tables and ingest again, use another tablePrefix, or configure what they were made with: model "
                        + model.id() + ", dimension " + model.dimension() + ", storage " + model.storage();
        new Faults()
                .require(
                        model.id().equals(profile.modelId()),
                        "embedding model",
                        "be the one that the tables were made with",
                        profile.modelId(),
                        remedy)
                .require(
                        model.dimension() == profile.dimension(),
                        "embedding dimension",
                        "be the one that the tables were made with",
                        profile.dimension(),
                        remedy)
                .require(
                        model.storage().equals(settings.storage().name()),
                        "storage",
                        "be the one that the tables were made with",
                        settings.storage(),
                        remedy)
                .require(
                        model.analysis() == ChunkTerms.ANALYSIS,
                        "text analysis",
                        "be the one that the tables were made with",
                        ChunkTerms.ANALYSIS,
                        "drop the tables and ingest again")
                .throwIfAny();
    }

    /** The functions say in their comment which text made them, and what they were then. */
    private boolean isSearchCurrent(Transaction transaction) throws SQLException {
        String state = tables.script("search_state.sql", Map.of());
        return transaction.one(
                "SELECT (SELECT obj_description(p.oid, 'pg_proc') FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
                        + " WHERE n.nspname = ? AND p.proname = ?) = ? || (" + state + ") IS TRUE",
                (s, first) -> {
                    s.setString(1, settings.schema());
                    s.setString(2, settings.tablePrefix() + "candidates");
                    s.setString(3, "active-ia " + fingerprint() + ' ');
                },
                row -> row.getBoolean(1));
    }

    private String search() {
        return functions(Map.of(
                "by_index", byIndex(),
                "fingerprint", fingerprint(),
                "state", tables.script("search_state.sql", Map.of())));
    }

    private String functions(Map<String, String> values) {
        return tables.script("R__search.sql", values);
    }

    private String fingerprint() {
        return Integer.toHexString(functions(Map.of("by_index", byIndex())).hashCode());
    }

    private String byIndex() {
        String rows = " FROM ${k}documents WHERE course = own" + " AND content_type = ANY (types)";
        if (settings.storage() == VectorStorage.BINARY) {
            return "SELECT no FROM (SELECT no, embedding" + rows
                    + " ORDER BY binary_quantize(embedding)::bit(${dimension}) <~> binary_quantize(query) LIMIT most * 8) found"
                    + " ORDER BY embedding <#> query LIMIT most";
        }
        return "SELECT no" + rows + " ORDER BY embedding <#> query LIMIT most";
    }

    private Database database(DataSource connections) {
        return new Database(connections, settings, tables);
    }

    private static void requireRole(String property, String role) {
        if (!ROLE.matcher(role).matches() || EVERYBODY_OR_NOBODY.contains(role)) {
            throw new InvalidValueException(
                    property,
                    "be lower-case letters, digits and _, at most 63, and neither public nor none",
                    role,
                    "create a role with such a name");
        }
    }

    private record Model(String id, int dimension, String storage, int analysis) {}

    private record Server(
            int number,
            String version,
            String database,
            @Nullable String extension,
            boolean hasSparseVectors,
            boolean hasSchema) {

        void require(String schema) {
            new Faults()
                    .require(
                            number >= OLDEST_SERVER,
                            "PostgreSQL",
                            "be version 15 or newer",
                            version,
                            "use a newer server")
                    .require(
                            extension != null,
                            "extension vector",
                            "be installed in database " + database,
                            "missing",
                            "install pgvector on the server, and as a superuser run: CREATE EXTENSION vector;")
                    .require(
                            extension == null || isNewEnough(extension),
                            "extension vector",
                            "be version 0.7 or newer",
                            extension,
                            "install a newer pgvector, and run: ALTER EXTENSION vector UPDATE;")
                    .require(
                            extension == null || !isNewEnough(extension) || hasSparseVectors,
                            "extension vector",
                            "be on the search path",
                            "elsewhere",
                            "add its schema to the search_path of the role or the database")
                    .require(hasSchema, "schema", "exist", schema, "run: CREATE SCHEMA " + schema + ";")
                    .throwIfAny();
        }

        private static boolean isNewEnough(String version) {
            Matcher numbers = Pattern.compile("(\\d+)\\.(\\d+).*").matcher(version);
            return numbers.matches()
                    && (Integer.parseInt(numbers.group(1)) > 0 || Integer.parseInt(numbers.group(2)) >= 7);
        }
    }
}
