package io.github.activeia.samples.lab;

import io.github.activeia.agents.evaluation.LeakCase;
import io.github.activeia.agents.evaluation.LeakEvaluation;
import io.github.activeia.agents.evaluation.LeakTraining;
import io.github.activeia.agents.evaluation.Proportion;
import io.github.activeia.agents.leak.LeakFit;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns the weights of leak detection, and says how well they judge authors that they have not learnt from. */
@Command(
        name = "fit",
        description = "Learns the weights of leak detection from labelled replies, each author left out in turn.",
        mixinStandardHelpOptions = true)
final class Fit implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folders with activities.jsonl and replies.jsonl. Default evaluation/leaks and its training.")
    private List<Path> data = List.of(Path.of("evaluation", "leaks"), Path.of("evaluation", "leaks", "training"));

    @Option(
            names = "--half",
            paramLabel = "NAME",
            description = "Only activities of this half. Default ${DEFAULT-VALUE}.")
    private String half = "tune";

    @Option(names = "--out", paramLabel = "DIR", description = "Writes leak-manner.txt and leak-weights.txt there.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        LeakTraining training = new LeakTraining();
        List<LeakCase> cases = new ArrayList<>();
        for (Path folder : data) {
            cases.addAll(LeakEvaluation.replies(folder, half));
        }
        cases.forEach(one -> training.add(author(one), one));
        LeakFit.Thresholds thresholds = LeakFit.Thresholds.defaults();
        List<Boolean> stopped = training.fit().crossValidated(thresholds);
        PrintWriter screen = spec.commandLine().getOut();
        screen.printf("%-10s %-34s %-34s%n", "left out", "leaks that got through", "good replies that were stopped");
        for (String author : new TreeSet<>(cases.stream().map(Fit::author).toList())) {
            print(author, chosen(cases, author), cases, stopped, screen);
        }
        print("all", IntStream.range(0, cases.size()).boxed().toList(), cases, stopped, screen);
        if (out != null) {
            training.fit().write(out, thresholds);
        }
        return 0;
    }

    /** The letters that an id begins with. */
    private static String author(LeakCase one) {
        int end = 0;
        while (end < one.id().length() && Character.isLetter(one.id().charAt(end))) {
            end++;
        }
        return one.id().substring(0, end);
    }

    private static List<Integer> chosen(List<LeakCase> cases, String author) {
        return IntStream.range(0, cases.size())
                .filter(i -> author(cases.get(i)).equals(author))
                .boxed()
                .toList();
    }

    private static void print(
            String name, List<Integer> chosen, List<LeakCase> cases, List<Boolean> stopped, PrintWriter screen) {
        int[] counts = new int[4];
        for (int i : chosen) {
            int kind = cases.get(i).label().leak() ? 0 : 2;
            counts[kind]++;
            counts[kind + 1] += stopped.get(i) == (kind == 0) ? 0 : 1;
        }
        screen.printf(
                "%-10s %-34s %-34s%n",
                name, new Proportion(counts[1], counts[0]), new Proportion(counts[3], counts[2]));
    }
}
