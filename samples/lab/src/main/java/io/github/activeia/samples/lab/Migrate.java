package io.github.activeia.samples.lab;

import io.github.activeia.core.Faults;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import io.github.activeia.rag.store.IncompleteCopyException;
import io.github.activeia.rag.store.StoreCopy;
import io.github.activeia.rag.store.pgvector.PgVectorKnowledgeStore;
import io.github.activeia.samples.quickstart.ProgressLine;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Copies a store to another, and counts what arrived. */
@Command(
        name = "migrate",
        description = "Copy every course of a store to another without embedding again, and count what arrived. "
                + "What is there already is skipped. Exit status 1 if not everything arrived.",
        mixinStandardHelpOptions = true)
final class Migrate implements Callable<Integer> {
    private static final String STORES = "lucene:DIR, a path, pgvector or pgvector:JDBC-URL.";

    @Option(names = "--from", required = true, paramLabel = "STORE", description = "What to read: " + STORES)
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "STORE", description = "Where to write: " + STORES)
    private String to = "";

    @Option(
            names = "--embedder",
            paramLabel = "MODEL:DIMENSION",
            description = "The model that the store was written with; default ${DEFAULT-VALUE}, the one in process.")
    private String embedder = "e5-small-v2-q:384";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        EmbeddingProfile profile = profile(embedder);
        StoreOption source = StoreOption.parse(from, System.getenv());
        StoreOption target = StoreOption.parse(to, System.getenv());
        try (OpenStore old = source.openExisting(profile);
                OpenStore fresh = target.openToFill(profile);
                ProgressLine progress = ProgressLine.create()) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(source + " → " + target);
            out.println(StoreCopy.from(old.store()).to(fresh.store()).run(progress));
            if (fresh.store() instanceof PgVectorKnowledgeStore tables) {
                tables.maintain();
            }
            return 0;
        } catch (IncompleteCopyException incomplete) {
            spec.commandLine().getErr().println(incomplete.getMessage());
            return 1;
        }
    }

    static EmbeddingProfile profile(String typed) {
        int colon = typed.lastIndexOf(':');
        String dimension = typed.substring(colon + 1);
        new Faults()
                .require(
                        colon > 0 && dimension.matches("[1-9]\\d{0,4}"),
                        "--embedder",
                        "be MODEL:DIMENSION",
                        typed,
                        "write it as the store's error message does, such as e5-small-v2-q:384")
                .throwIfAny();
        return EmbeddingProfile.of(typed.substring(0, colon), Integer.parseInt(dimension));
    }
}
