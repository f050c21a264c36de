package io.github.activeia.samples.lab;

import io.github.activeia.agents.evaluation.PiiEvaluation;
import io.github.activeia.agents.evaluation.PiiScores;
import io.github.activeia.agents.evaluation.PiiVectors;
import io.github.activeia.core.privacy.PiiRedactor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares the redactor, and plain patterns beside it, with labels. */
@Command(
        name = "pii",
        description =
                "Personal data over labelled messages, clinical letters and published numbers, beside plain patterns.",
        mixinStandardHelpOptions = true)
final class EvalPii implements Callable<Integer> {
    private static final Path SHIPPED = Path.of("evaluation", "pii.jsonl");

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description =
                    "JSON Lines: id, text, pii, harmless, half. Default evaluation/pii.jsonl, unless letters or vectors are named.")
    private @Nullable Path data;

    @Option(names = "--half", description = "report (default), tune, aside or all.")
    private String half = "report";

    @Option(names = "--meddocan", paramLabel = "FILE", description = "Clinical letters as JSON Lines: id, text, spans.")
    private @Nullable Path meddocan;

    @Option(names = "--vectors", paramLabel = "DIR", description = "iban_registry_v99.txt and phone_vectors.jsonl.")
    private @Nullable Path vectors;

    @Mixin
    private EvalOutput output = new EvalOutput();

    @Option(names = "--min-exact-kinds", description = "Exit status 1 if the share of exact kinds is less.")
    private double leastExact;

    @Option(names = "--max-damaged", description = "Exit status 1 if more harmless texts are damaged.")
    private int mostDamaged = Integer.MAX_VALUE;

    @Option(names = "--max-wrong-vectors", description = "Exit status 1 if more vectors are decided wrongly.")
    private int mostWrong = Integer.MAX_VALUE;

    @Option(names = "--min-meddocan-recall", description = "Exit status 1 if the recall of names is less.")
    private double leastRecall;

    @Override
    public Integer call() throws IOException {
        Path messages = data == null && meddocan == null && vectors == null ? SHIPPED : data;
        boolean good = messages == null || evaluate(messages);
        good &= meddocan == null || evaluateMeddocan(meddocan);
        good &= vectors == null || decide(vectors);
        return good ? 0 : 1;
    }

    private boolean evaluate(Path messages) throws IOException {
        PiiScores ours = PiiEvaluation.of(PiiRedactor.defaults()).evaluate(messages, half);
        PiiScores plain = PiiEvaluation.of(new PlainPatterns()).evaluate(messages, half);
        PrintWriter out = output.screen();
        out.printf("%s, half %s, %d messages; exact spans%n", messages.getFileName(), half, ours.messages());
        table(ours, plain, out);
        out.printf("exact kinds       ours %s  plain %s%n", ours.exactKinds(), plain.exactKinds());
        out.printf("harmless damaged  ours %s  plain %s%n", ours.damaged(), plain.damaged());
        output.finish(ours.errors(), ours.toJson());
        return ours.exactKinds().value() >= leastExact && ours.damaged().hits() <= mostDamaged;
    }

    private boolean evaluateMeddocan(Path letters) {
        PiiScores ours = PiiEvaluation.of(PiiRedactor.defaults()).evaluateMeddocan(letters);
        PiiScores plain = PiiEvaluation.of(new PlainPatterns()).evaluateMeddocan(letters);
        PrintWriter out = output.screen();
        out.printf("%s, %d letters; overlapping spans%n", letters.getFileName(), ours.messages());
        table(ours, plain, out);
        PiiScores.Figures names = ours.kinds().get("NAME");
        return names == null || names.recall().value() >= leastRecall;
    }

    private static void table(PiiScores ours, PiiScores plain, PrintWriter out) {
        TreeSet<String> kinds = new TreeSet<>(ours.kinds().keySet());
        kinds.addAll(plain.kinds().keySet());
        for (String kind : kinds) {
            row(kind, ours.kinds().get(kind), plain.kinds().get(kind), out);
        }
        row("together", ours.together(), plain.together(), out);
    }

    private static void row(
            String kind, PiiScores.@Nullable Figures ours, PiiScores.@Nullable Figures plain, PrintWriter out) {
        out.printf("%-9s ours  %s%n", kind, line(ours));
        out.printf("%-9s plain %s%n", "", line(plain));
    }

    private static String line(PiiScores.@Nullable Figures figures) {
        return figures == null
                ? "-"
                : String.format(
                        Locale.ROOT, "P %-34s R %-34s F1 %.3f", figures.precision(), figures.recall(), figures.f1());
    }

    private boolean decide(Path directory) {
        PiiVectors.Outcome ours = PiiVectors.decide(directory);
        PiiVectors.Outcome plain = PiiVectors.decide(directory, region -> new PlainPatterns());
        PrintWriter out = output.screen();
        out.printf(
                "vectors   ours %d of %d wrong, plain %d of %d wrong%n",
                ours.wrong().size(), ours.decided(), plain.wrong().size(), plain.decided());
        ours.wrong()
                .forEach(w ->
                        out.printf("wrong: %s %s should %sbe found%n", w.region(), w.value(), w.valid() ? "" : "not "));
        return ours.wrong().size() <= mostWrong;
    }
}
