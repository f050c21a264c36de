package io.github.activeia.samples.benchmarks.chain;

import io.github.activeia.samples.benchmarks.Check;
import io.github.activeia.samples.benchmarks.Machine;
import io.github.activeia.samples.benchmarks.Occasion;
import io.github.activeia.samples.benchmarks.Phases;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the chain of language models, and writes the report as it goes. Needs no database and no model. */
@Command(
        name = "chain",
        description = "Measures the chain of language models beside the bare clients, and writes a report.",
        mixinStandardHelpOptions = true)
public final class Chain implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--only", split = ",", paramLabel = "PART", description = "Only these: ${COMPLETION-CANDIDATES}.")
    private List<Part> parts = Arrays.asList(Part.values());

    @Option(names = "--out", paramLabel = "FILE", description = "The report; default ${DEFAULT-VALUE}.")
    private Path out = Path.of("docs/benchmarks-chain.md");

    @Option(names = "--quick", description = "20 s of streams instead of 60, and fewer calls: to try it out.")
    private boolean quick;

    @Option(names = "--check", description = "Exit status 1 if a floor is missed.")
    private boolean check;

    /** What can be measured alone. */
    enum Part {
        FAULTS,
        OVERHEAD,
        STREAMS
    }

    @Override
    public Integer call() throws Exception {
        // What clients and chains log about each fault is what the tables say.
        System.setProperty("org.slf4j.simpleLogger.log.dev.langchain4j", "off");
        System.setProperty("org.slf4j.simpleLogger.log.io.github.activeia.core.llm", "off");
        Clock clock = Clock.system(ZoneId.systemDefault());
        Phases phases = new Phases(errors(), clock);
        Results results = Results.none();
        for (Part part : Part.values()) {
            if (parts.contains(part)) {
                results = measure(part, results, phases);
                write(results, clock);
            }
        }
        List<Check> checks = Floors.of(results);
        checks.forEach(c -> errors().println(c.line()));
        return check && !checks.stream().allMatch(Check::passed) ? 1 : 0;
    }

    private Results measure(Part part, Results results, Phases phases) throws Exception {
        return switch (part) {
            case FAULTS -> {
                phases.begin("faults", "bare clients");
                Results bare = results.bare(FaultRun.bare());
                phases.begin("faults", "chain");
                yield bare.chained(FaultRun.chained());
            }
            case OVERHEAD -> {
                phases.begin("overhead", "whole answers");
                Results whole = results.whole(Overhead.whole(quick));
                phases.begin("overhead", "first tokens");
                yield whole.first(Overhead.firstTokens(quick));
            }
            case STREAMS -> {
                phases.begin("streams", StreamLoad.OPEN + " at once");
                yield results.load(StreamLoad.run(quick));
            }
        };
    }

    private void write(Results results, Clock clock) throws IOException {
        new ChainReport(Occasion.of(spec, clock, Machine.underLoad()), results).write(out);
    }

    private PrintWriter errors() {
        return spec.commandLine().getErr();
    }
}
