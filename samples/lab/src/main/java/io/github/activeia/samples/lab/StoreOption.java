package io.github.activeia.samples.lab;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Faults;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import io.github.activeia.rag.store.lucene.LuceneKnowledgeStore;
import io.github.activeia.rag.store.pgvector.PgVectorKnowledgeStore;
import io.github.activeia.rag.store.pgvector.PgVectorSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a store is, as it is typed: {@code lucene:DIR} or a plain path; {@code pgvector:JDBC-URL}, or {@code pgvector} for the server
 * in {@value #URL_VARIABLE}. What it prints has no password.
 */
final class StoreOption {
    private static final String URL_VARIABLE = "ACTIVE_IA_PG_URL";
    private static final int POOL = 4;
    private static final String LUCENE = "lucene:";
    private static final String PGVECTOR = "pgvector";
    private static final String JDBC = "jdbc:postgresql:";

    private final boolean server;
    private final String where;

    private StoreOption(boolean server, String where) {
        this.server = server;
        this.where = where;
    }

    /**
     * Reads what was typed.
     *
     * @param environment the process's
     * @throws ConfigurationException if no store can be there
     */
    static StoreOption parse(String typed, Map<String, String> environment) {
        if (typed.equals(PGVECTOR) || typed.startsWith(PGVECTOR + ":")) {
            boolean named = typed.length() > PGVECTOR.length() + 1;
            String url = named
                    ? typed.substring(PGVECTOR.length() + 1)
                    : environment.getOrDefault(URL_VARIABLE, "").strip();
            return new StoreOption(true, checked(url));
        }
        String directory = typed.startsWith(LUCENE) ? typed.substring(LUCENE.length()) : typed;
        new Faults()
                .require(!directory.isBlank(), "store", "name a directory", "blank", "write lucene:DIR")
                .throwIfAny();
        return new StoreOption(false, directory);
    }

    /** Opens the store, and makes it if there is none. */
    OpenStore open(EmbeddingProfile profile) {
        return server
                ? openServer(profile, PgVectorSettings.defaults())
                : new OpenStore(LuceneKnowledgeStore.open(Path.of(where), profile), () -> {});
    }

    /** Opens a store that many documents will be written to; its indexes are to be built once, in the end. */
    OpenStore openToFill(EmbeddingProfile profile) {
        return server
                ? openServer(
                        profile,
                        PgVectorSettings.builder().maintainAfterLoad(false).build())
                : open(profile);
    }

    /** Opens a store that is to be read, and so must be there. */
    OpenStore openExisting(EmbeddingProfile profile) {
        new Faults()
                .require(
                        server || Files.isDirectory(Path.of(where)),
                        "store",
                        "be there to be read",
                        where + ", no directory",
                        "check the path")
                .throwIfAny();
        return open(profile);
    }

    boolean isServer() {
        return server;
    }

    /** Opens tables on the server, over a small pool, as a host does. */
    OpenStore openServer(EmbeddingProfile profile, PgVectorSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(connections());
        config.setMaximumPoolSize(POOL);
        HikariDataSource pool = new HikariDataSource(config);
        try {
            return new OpenStore(PgVectorKnowledgeStore.open(pool, profile, settings), pool::close);
        } catch (RuntimeException failure) {
            pool.close();
            throw failure;
        }
    }

    /** Returns connections to the server; each is a new one. */
    DataSource connections() {
        PGSimpleDataSource connections = new PGSimpleDataSource();
        connections.setUrl(where);
        return connections;
    }

    @Override
    public String toString() {
        return server ? PGVECTOR + ":" + withoutSecrets(where) : LUCENE + where;
    }

    /** The value is left out of the message: whatever was typed, it may hold a password. */
    private static String checked(String url) {
        new Faults()
                .require(
                        !url.isEmpty(),
                        "store pgvector",
                        "have a server",
                        "without a URL, and " + URL_VARIABLE + " is not set",
                        "run .ci/services up postgres and set " + URL_VARIABLE
                                + " to the URL it prints, or write pgvector:" + JDBC + "//HOST/DATABASE?user=USER")
                .require(
                        url.isEmpty() || url.startsWith(JDBC),
                        "URL of the store pgvector",
                        "begin with " + JDBC,
                        "something else",
                        "write " + JDBC + "//HOST/DATABASE?user=USER")
                .throwIfAny();
        return url;
    }

    private static String withoutSecrets(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst("//.*@", "//");
    }
}
