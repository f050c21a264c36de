package io.github.activeia.samples.lab;

import io.github.activeia.agents.session.PostgresSessionSettings;
import io.github.activeia.agents.session.PostgresSessionStore;
import io.github.activeia.core.privacy.PostgresSaltStore;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import io.github.activeia.rag.store.pgvector.PgVectorSchema;
import io.github.activeia.rag.store.pgvector.PgVectorSettings;
import io.github.activeia.rag.store.pgvector.VectorStorage;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the SQL of the tables of knowledge, states and salts in PostgreSQL, for a host with migrations of its own. */
@Command(
        name = "schema",
        description = "Print the SQL that makes the tables in PostgreSQL, and what roles need.",
        mixinStandardHelpOptions = true)
final class Schema implements Callable<Integer> {
    @Option(names = "--schema", description = "Where the tables will be; default ${DEFAULT-VALUE}.")
    private String schema = "public";

    @Option(names = "--prefix", description = "What their names begin with; default ${DEFAULT-VALUE}.")
    private String prefix = "knowledge_";

    @Option(names = "--storage", description = "full, half or binary; default ${DEFAULT-VALUE}.")
    private String storage = "full";

    @Option(
            names = "--embedder",
            paramLabel = "MODEL:DIMENSION",
            description = "The model that makes the vectors; default ${DEFAULT-VALUE}, the one in process.")
    private String embedder = "e5-small-v2-q:384";

    @Option(
            names = "--roles",
            arity = "2",
            paramLabel = "ROLE",
            description = "Print instead the grants of a role that answers students and one that brings material in.")
    private List<String> roles = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        EmbeddingProfile profile = Migrate.profile(embedder);
        PgVectorSettings settings = PgVectorSettings.builder()
                .schema(schema)
                .tablePrefix(prefix)
                .storage(VectorStorage.valueOf(storage.toUpperCase(Locale.ROOT)))
                .build();
        PgVectorSchema tables = PgVectorSchema.of(settings, profile);
        spec.commandLine()
                .getOut()
                .println(roles.isEmpty() ? script(tables) : tables.roles(roles.get(0), roles.get(1)));
        return 0;
    }

    /** Nothing is contacted: only where the tables will be is asked of the stores. */
    private String script(PgVectorSchema tables) {
        DataSource nowhere = new PGSimpleDataSource();
        PostgresSessionSettings states = PostgresSessionSettings.builder()
                .table(schema + ".active_ia_state")
                .build();
        return String.join(
                "\n",
                tables.script(),
                PostgresSessionStore.of(nowhere, states).script(),
                PostgresSaltStore.of(nowhere, schema + ".active_ia_salt").script());
    }
}
