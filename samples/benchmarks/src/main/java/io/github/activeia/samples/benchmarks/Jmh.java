package io.github.activeia.samples.benchmarks;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the micro benchmarks. */
@Command(
        name = "jmh",
        description = "Micro benchmarks over a made-up corpus; the database is the one in ACTIVE_IA_PG_URL.",
        mixinStandardHelpOptions = true)
final class Jmh implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "PATTERN", description = "Which; default: all.")
    private List<String> patterns = List.of("io.github.activeia.samples.benchmarks");

    @Option(names = "--forks", description = "How many processes for each; default ${DEFAULT-VALUE}.")
    private int forks = 1;

    @Option(
            names = "--iterations",
            description = "Of a second each, after as many to warm up; default ${DEFAULT-VALUE}.")
    private int iterations = 5;

    @Override
    public Integer call() throws RunnerException {
        Database.open(address());
        OptionsBuilder options = new OptionsBuilder();
        patterns.forEach(options::include);
        options.shouldFailOnError(true)
                .forks(forks)
                .warmupIterations(iterations)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.seconds(1));
        new Runner(options.build()).run();
        return 0;
    }

    /** Returns the address that the processes of the benchmarks inherit; as an option of theirs it would be printed. */
    static String address() {
        return Objects.requireNonNullElse(System.getenv("ACTIVE_IA_PG_URL"), "");
    }
}
