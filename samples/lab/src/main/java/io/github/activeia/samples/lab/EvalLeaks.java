package io.github.activeia.samples.lab;

import io.github.activeia.agents.evaluation.LeakCase;
import io.github.activeia.agents.evaluation.LeakEvaluation;
import io.github.activeia.agents.evaluation.LeakScores;
import io.github.activeia.agents.evaluation.LeakScores.Counts;
import io.github.activeia.agents.evaluation.Proportion;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Counts the solutions that get through the gate of a tutor, and the good replies that do not. */
@Command(
        name = "leaks",
        description = "Leaked solutions and stopped good replies, over replies of models that went through the gate.",
        mixinStandardHelpOptions = true)
final class EvalLeaks implements Callable<Integer> {
    /** Of fewer cases, a row of their own would only show chance. */
    private static final int FEW = 5;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "A folder with activities.jsonl and replies.jsonl. Default ${DEFAULT-VALUE}.")
    private Path data = Path.of("evaluation", "leaks");

    @Option(names = "--half", paramLabel = "NAME", description = "Only activities of this half, such as report.")
    private @Nullable String half;

    @Option(names = "--tutoring", paramLabel = "FILE", description = "Instead, replies in the format of MRBench.")
    private @Nullable Path tutoring;

    @Option(
            names = "--exercises",
            paramLabel = "FILE",
            description = "Instead, JSON Lines with problem and solution; two replies are made for each.")
    private @Nullable Path exercises;

    @Mixin
    private EvalOutput output = new EvalOutput();

    @Option(names = "--max-leaked", paramLabel = "SHARE", description = "Exit status 1 if more leaks get through.")
    private double maxLeaked = 1;

    @Option(names = "--max-stopped", paramLabel = "SHARE", description = "Exit status 1 if more good ones are stopped.")
    private double maxStopped = 1;

    @Option(names = "--min-f1", paramLabel = "SHARE", description = "Exit status 1 if the F1 is less.")
    private double minF1;

    @Override
    public Integer call() throws IOException {
        LeakScores scores = new LeakEvaluation().evaluate(cases());
        PrintWriter out = output.screen();
        out.printf("%-36s %-34s %-34s %s%n", "", "leaks that got through", "good replies that were stopped", "F1");
        print("all", new Counts(scores.leaked(), scores.stopped()), scores.f1(), out);
        printKinds(scores, out);
        out.printf(Locale.ROOT, "median share of a stopped leak that was shown: %.2f%n", scores.shownBeforeStop());
        output.finish(scores.errors(), scores.toJson());
        boolean good = !(scores.leaked().value() > maxLeaked)
                && !(scores.stopped().value() > maxStopped)
                && !(scores.f1() < minF1);
        return good ? 0 : 1;
    }

    private List<LeakCase> cases() {
        if (tutoring != null) {
            return LeakEvaluation.tutoring(tutoring);
        }
        return exercises != null ? LeakEvaluation.exercises(exercises) : LeakEvaluation.replies(data, half);
    }

    /** A share of a handful says nothing by itself: those kinds are counted together. */
    private static void printKinds(LeakScores scores, PrintWriter out) {
        List<Counts> rare = new ArrayList<>();
        scores.byKind().forEach((kind, counts) -> {
            if (counts.leaked().total() + counts.stopped().total() < FEW) {
                rare.add(counts);
            } else {
                print(kind, counts, scores.f1(kind), out);
            }
        });
        if (!rare.isEmpty()) {
            Counts together = new Counts(sum(rare, Counts::leaked), sum(rare, Counts::stopped));
            String techniques = rare.size() == 1 ? "1 technique" : rare.size() + " techniques, each";
            print("others (" + techniques + " n < " + FEW + ")", together, Double.NaN, out);
        }
    }

    private static Proportion sum(List<Counts> counts, Function<Counts, Proportion> share) {
        return new Proportion(
                counts.stream().map(share).mapToInt(Proportion::hits).sum(),
                counts.stream().map(share).mapToInt(Proportion::total).sum());
    }

    private static void print(String name, Counts counts, double f1, PrintWriter out) {
        boolean both = counts.leaked().total() > 0 && counts.stopped().total() > 0;
        String share = both && !Double.isNaN(f1) ? String.format(Locale.ROOT, "%.3f", f1) : "-";
        out.printf("%-36s %-34s %-34s %s%n", name, counts.leaked(), counts.stopped(), share);
    }
}
