package io.github.activeia.samples.benchmarks;

import io.github.activeia.core.Faults;
import io.github.activeia.rag.embedding.Embedder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures all contenders, and writes the report. */
@Command(
        name = "run",
        description = "Measures the stores over BEIR-shaped corpora, and writes a report with a plot.",
        mixinStandardHelpOptions = true)
final class Run implements Callable<Integer> {
    private static final int MOST_CHUNKS = 1_000_000;

    private final Supplier<Embedder> model;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--corpus",
            required = true,
            arity = "1..*",
            paramLabel = "DIR",
            description = "Folders of corpus.jsonl, queries.jsonl and qrels.tsv. The first is the one that is grown.")
    private List<Path> corpora = List.of();

    @Option(
            names = "--db",
            paramLabel = "URL",
            defaultValue = "${env:ACTIVE_IA_PG_URL}",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
            description = "jdbc:postgresql://…, of a database for this alone; default: the variable ACTIVE_IA_PG_URL.")
    private @Nullable String db;

    @Option(names = "--chunks", paramLabel = "N", description = "Measure a corpus grown to that many passages, too.")
    private int chunks;

    @Option(
            names = "--contenders",
            split = ",",
            paramLabel = "NAME",
            description = "Only these: ${COMPLETION-CANDIDATES}.")
    private List<Peer> peers = Arrays.asList(Peer.values());

    @Option(
            names = "--not-grown",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Leave these out of grown corpora, such as one that puts each row into an index of its own accord.")
    private List<Peer> notGrown = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "The report; default ${DEFAULT-VALUE}.")
    private Path out = Path.of("docs/benchmarks.md");

    @Option(names = "--quick", description = "Fewer searches, and no 32 threads: to try it out.")
    private boolean quick;

    @Option(names = "--check", description = "Exit status 1 if a floor is missed.")
    private boolean check;

    Run(Supplier<Embedder> model) {
        this.model = model;
    }

    @Override
    public Integer call() {
        checkOptions();
        Database database = Database.open(db == null ? "" : db);
        Clock clock = Clock.system(ZoneId.systemDefault());
        Machine machine = Machine.of(database);
        Phases phases = new Phases(errors(), clock);
        List<Check> checks = new ArrayList<>();
        new Campaign(database, model.get(), peers, notGrown, phases).run(corpora, chunks, quick, results -> {
            checks.clear();
            checks.addAll(Checks.of(results));
            write(new Report(Occasion.of(spec, clock, machine), results));
        });
        checks.forEach(c -> errors().println(c.line()));
        return check && !checks.stream().allMatch(Check::passed) ? 1 : 0;
    }

    private void write(Report report) {
        try {
            report.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("the report cannot be written to " + out, e);
        }
    }

    private void checkOptions() {
        new Faults()
                .require(
                        db != null && !db.isBlank(),
                        "--db",
                        "be given",
                        "missing",
                        "pass jdbc:postgresql://HOST/DATABASE?user=…, or set ACTIVE_IA_PG_URL")
                .require(
                        chunks >= 0 && chunks <= MOST_CHUNKS,
                        "--chunks",
                        "be from 0 to " + MOST_CHUNKS,
                        chunks,
                        "leave it out to measure the corpus alone")
                .require(
                        corpora.stream().allMatch(Files::isDirectory),
                        "--corpus",
                        "be a folder",
                        corpora,
                        "name the folder of corpus.jsonl, queries.jsonl and qrels.tsv")
                .throwIfAny();
    }

    private PrintWriter errors() {
        return spec.commandLine().getErr();
    }

    /** Returns the model with all cores at work. */
    static Embedder modelOfThisProcess() {
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
                    Thread thread = new Thread(task, "embedding");
                    thread.setDaemon(true);
                    return thread;
                });
        return Embedder.inProcess(threads);
    }
}
