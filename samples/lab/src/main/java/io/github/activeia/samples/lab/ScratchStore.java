package io.github.activeia.samples.lab;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import io.github.activeia.rag.store.lucene.LuceneKnowledgeStore;
import io.github.activeia.rag.store.pgvector.PgVectorSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/** A store to measure in: a temporary directory, or a schema of its own on a server. It is gone when it is closed. */
final class ScratchStore {
    private ScratchStore() {}

    /** Opens {@code lucene}, {@code pgvector} or {@code pgvector:JDBC-URL}. */
    static OpenStore open(String name, EmbeddingProfile profile) {
        if (name.equals("lucene")) {
            return onDisk(profile);
        }
        StoreOption option = StoreOption.parse(name, System.getenv());
        if (!option.isServer()) {
            throw new ConfigurationException(
                    new Fault("--store", "be lucene, pgvector or pgvector:JDBC-URL", name, "use --store lucene"));
        }
        return onServer(option, profile);
    }

    private static OpenStore onDisk(EmbeddingProfile profile) {
        try {
            Path directory = Files.createTempDirectory("active-ia-eval");
            return new OpenStore(LuceneKnowledgeStore.open(directory, profile), () -> delete(directory));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static OpenStore onServer(StoreOption option, EmbeddingProfile profile) {
        String schema = "eval_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        run(option, "CREATE SCHEMA " + schema);
        PgVectorSettings settings = PgVectorSettings.builder().schema(schema).build();
        OpenStore opened = option.openServer(profile, settings);
        return new OpenStore(opened.store(), () -> {
            opened.afterwards().run();
            run(option, "DROP SCHEMA " + schema + " CASCADE");
        });
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void run(StoreOption option, String sql) {
        try (Connection connection = option.connections().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new ConfigurationException(new Fault(
                    "--store",
                    "be a server where this user may make a schema",
                    option + " (SQLSTATE " + failure.getSQLState() + ")",
                    "check that it runs, or use another user"));
        }
    }
}
