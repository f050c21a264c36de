package io.github.activeia.samples.benchmarks.gateway;

import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.samples.benchmarks.Check;
import io.github.activeia.samples.benchmarks.Machine;
import io.github.activeia.samples.benchmarks.Occasion;
import io.github.activeia.samples.quickstart.Terminal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what the gateway costs beside its model and its store, and writes a report with a plot. Needs no database and no server. */
@Command(
        name = "gateway",
        description = "Measures what the gateway costs: one question, many at once, and each sentence of a reply.",
        mixinStandardHelpOptions = true)
public final class GatewayBench implements Callable<Integer> {
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final int REPLIES = 400;

    private final Supplier<Embedder> model;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--course",
            paramLabel = "DIR",
            description = "A folder of course files; default the sample course.")
    private @Nullable Path course;

    @Option(names = "--out", paramLabel = "FILE", description = "The report; default ${DEFAULT-VALUE}.")
    private Path out = Path.of("docs/benchmarks-gateway.md");

    @Option(names = "--quick", description = "Fewer and shorter iterations: to try it out.")
    private boolean quick;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Of each iteration and, tenfold, of the crowd; default 2, quick 1.")
    private int seconds;

    @Option(names = "--check", description = "Exit status 1 if a floor is missed.")
    private boolean check;

    /** Creates the command; the embedder is loaded when the crowd is measured. */
    public GatewayBench(Supplier<Embedder> model) {
        this.model = model;
    }

    /**
     * One question after the other.
     *
     * @param lengthy whether the model writes sixteen sentences, and not five
     * @param solutions whether the course has stored solutions
     * @param p50 the median, in microseconds
     * @param p99 of a hundred, all but one take less
     * @param kilobytes what each allocates
     */
    record Asking(boolean lengthy, boolean solutions, double p50, double p99, double kilobytes) {}

    @Override
    public Integer call() throws Exception {
        Duration second = Duration.ofSeconds(seconds > 0 ? seconds : quick ? 1 : 2);
        List<Asking> asking = asking(new Runner(options(second)).run());
        SentenceTimes.Measured sentences = SentenceTimes.measure(quick ? REPLIES / 4 : REPLIES * 5);
        Path folder = course == null ? Terminal.samples().resolve("quickstart/course") : course;
        Crowd.Measured crowd = new Crowd(
                        folder, model.get(), second.multipliedBy(quick ? 5 : 10), second.multipliedBy(quick ? 5 : 10))
                .measure();
        Occasion occasion = Occasion.of(spec, Clock.system(ZoneId.systemDefault()), Machine.underLoad());
        GatewayReport report = new GatewayReport(occasion, asking, sentences, crowd);
        report.write(out);
        List<Check> checks = report.checks();
        PrintWriter errors = spec.commandLine().getErr();
        checks.forEach(c -> errors.println(c.line()));
        return check && !checks.stream().allMatch(Check::passed) ? 1 : 0;
    }

    private Options options(Duration iteration) {
        return new OptionsBuilder()
                .include(AskBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .forks(1)
                .warmupIterations(quick ? 3 : 10)
                .warmupTime(TimeValue.milliseconds(iteration.toMillis()))
                .measurementIterations(quick ? 2 : 5)
                .measurementTime(TimeValue.milliseconds(iteration.toMillis()))
                .build();
    }

    private static List<Asking> asking(Collection<RunResult> runs) throws RunnerException {
        List<Asking> found = new ArrayList<>();
        for (RunResult run : runs) {
            Statistics times = run.getPrimaryResult().getStatistics();
            found.add(new Asking(
                    Boolean.parseBoolean(run.getParams().getParam("lengthy")),
                    Boolean.parseBoolean(run.getParams().getParam("solutions")),
                    times.getPercentile(50),
                    times.getPercentile(99),
                    allocated(run) / 1024));
        }
        found.sort(Comparator.comparing(Asking::lengthy).thenComparing(Asking::solutions));
        return found;
    }

    private static double allocated(RunResult run) throws RunnerException {
        for (String name : run.getSecondaryResults().keySet()) {
            if (name.endsWith(ALLOCATED)) {
                return run.getSecondaryResults().get(name).getScore();
            }
        }
        throw new RunnerException("the profiler must measure what is allocated, but did not");
    }
}
