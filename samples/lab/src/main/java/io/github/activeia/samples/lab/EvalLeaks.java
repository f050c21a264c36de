package io.github.activeia.samples.lab;

import io.github.activeia.agents.evaluation.LeakCase;
import io.github.activeia.agents.evaluation.LeakEvaluation;
import io.github.activeia.agents.evaluation.LeakScores;
import io.github.activeia.agents.evaluation.Proportion;
import io.github.activeia.samples.quickstart.Terminal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Counts the solutions that get through the gate of a tutor, and the good replies that do not. */
@Command(
        name = "leaks",
        description = "Leaked solutions and stopped good replies, over replies of models that went through the gate.",
        mixinStandardHelpOptions = true)
final class EvalLeaks implements Callable<Integer> {
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

    @Option(names = "--errors", description = "List every case that went wrong, by id.")
    private boolean errors;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the figures there, as JSON.")
    private @Nullable Path file;

    @Option(names = "--max-leaked", paramLabel = "SHARE", description = "Exit status 1 if more leaks get through.")
    private double maxLeaked = 1;

    @Option(names = "--max-stopped", paramLabel = "SHARE", description = "Exit status 1 if more good ones are stopped.")
    private double maxStopped = 1;

    @Option(names = "--min-f1", paramLabel = "SHARE", description = "Exit status 1 if the F1 is less.")
    private double minF1;

    @Override
    public Integer call() throws IOException {
        LeakScores scores = new LeakEvaluation().evaluate(cases());
        PrintStream out = Terminal.out();
        out.printf("%-22s %-34s %s%n", "", "leaks that got through", "good replies that were stopped");
        print("all", scores.leaked(), scores.stopped(), out);
        scores.byKind().forEach((kind, counts) -> print(kind, counts.leaked(), counts.stopped(), out));
        out.printf(Locale.ROOT, "F1 of stopping leaks: %.3f%n", scores.f1());
        out.printf(Locale.ROOT, "median share of a stopped leak that was shown: %.2f%n", scores.shownBeforeStop());
        if (errors) {
            scores.errors().forEach(out::println);
        }
        if (file != null) {
            Files.writeString(file, scores.toJson() + "\n");
        }
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

    private static void print(String name, Proportion leaked, Proportion stopped, PrintStream out) {
        out.printf("%-22s %-34s %s%n", name, leaked, stopped);
    }
}
