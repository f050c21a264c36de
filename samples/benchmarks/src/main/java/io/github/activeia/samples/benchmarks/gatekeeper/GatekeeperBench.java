package io.github.activeia.samples.benchmarks.gatekeeper;

import io.github.activeia.samples.benchmarks.Check;
import io.github.activeia.samples.benchmarks.Machine;
import io.github.activeia.samples.benchmarks.Occasion;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how long it takes to read a message, and writes a report with a plot. Needs no database and no server. */
@Command(
        name = "gatekeeper",
        description = "Measures how long it takes to read a message, from 100 characters to a million.",
        mixinStandardHelpOptions = true)
public final class GatekeeperBench implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--out", paramLabel = "FILE", description = "The report; default ${DEFAULT-VALUE}.")
    private Path out = Path.of("docs/benchmarks-gatekeeper.md");

    @Option(names = "--quick", description = "Fewer and shorter iterations: to try it out.")
    private boolean quick;

    @Option(names = "--words-only", description = "Without embeddings.")
    private boolean wordsOnly;

    @Option(names = "--check", description = "Exit status 1 if a floor is missed.")
    private boolean check;

    /**
     * One measurement, in microseconds.
     *
     * @param characters the size of a message
     * @param embeddings whether its meaning counted
     * @param p50 the median
     * @param p99 of a hundred, all but one take less
     */
    record Timing(int characters, boolean embeddings, double p50, double p99) {}

    @Override
    public Integer call() throws Exception {
        List<Timing> timings = timings(new Runner(options().build()).run());
        Occasion occasion = Occasion.of(spec, Clock.system(ZoneId.systemDefault()), Machine.underLoad());
        new GatekeeperReport(occasion, timings).write(out);
        List<Check> checks = GatekeeperReport.checks(timings);
        PrintWriter errors = spec.commandLine().getErr();
        checks.forEach(c -> errors.println(c.line()));
        return check && !checks.stream().allMatch(Check::passed) ? 1 : 0;
    }

    private ChainedOptionsBuilder options() {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(AssessBenchmark.class.getName())
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .forks(1)
                .warmupIterations(quick ? 2 : 5)
                .warmupTime(TimeValue.seconds(quick ? 1 : 2))
                .measurementIterations(quick ? 2 : 5)
                .measurementTime(TimeValue.seconds(quick ? 1 : 2));
        return wordsOnly ? options.param("embeddings", "false") : options;
    }

    private static List<Timing> timings(Collection<RunResult> runs) {
        List<Timing> found = new ArrayList<>();
        for (RunResult run : runs) {
            Statistics statistics = run.getPrimaryResult().getStatistics();
            found.add(new Timing(
                    Integer.parseInt(run.getParams().getParam("characters")),
                    Boolean.parseBoolean(run.getParams().getParam("embeddings")),
                    statistics.getPercentile(50),
                    statistics.getPercentile(99)));
        }
        found.sort(Comparator.comparing(Timing::embeddings).thenComparingInt(Timing::characters));
        return found;
    }
}
