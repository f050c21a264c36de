package io.github.activeia.samples.lab;

import io.github.activeia.agents.evaluation.GatekeeperEvaluation;
import io.github.activeia.agents.evaluation.GatekeeperScores;
import io.github.activeia.agents.gatekeeper.Gatekeeper;
import io.github.activeia.agents.gatekeeper.GatekeeperBuilder;
import io.github.activeia.rag.embedding.Embedder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares the gatekeeper with labels. */
@Command(
        name = "gatekeeper",
        description = "Intent, delegation, injection and personal data over JSON Lines with id, text and labels.",
        mixinStandardHelpOptions = true)
final class EvalGatekeeper implements Callable<Integer> {
    @Option(
            names = "--data",
            defaultValue = "evaluation/intents.jsonl",
            paramLabel = "FILE",
            description =
                    "Fields id, text, intent, delegation, and if known injection, pii, disguised, variety, half, history."
                            + " Default: ${DEFAULT-VALUE}")
    private Path data = Path.of("");

    @Option(
            names = "--half",
            defaultValue = "",
            paramLabel = "NAME",
            description = "Only messages of this half: tune, report. Default: all.")
    private String half = "";

    @Option(names = "--words-only", description = "Without embeddings.")
    private boolean wordsOnly;

    @Option(
            names = "--keep",
            paramLabel = "FILE",
            description = "Keep what is learnt from the embeddings of the examples there.")
    private @Nullable Path kept;

    @Mixin
    private EvalOutput output = new EvalOutput();

    @Option(names = "--min-macro-f1", description = "Exit status 1 if the intents' macro F1 is less.")
    private double minimum;

    @Override
    public Integer call() throws IOException {
        GatekeeperScores scores = GatekeeperEvaluation.of(gatekeeper()).evaluate(data, half);
        print(scores, output.screen());
        output.finish(scores.errors(), scores.toJson());
        return scores.intents().macroF1() >= minimum ? 0 : 1;
    }

    private Gatekeeper gatekeeper() {
        GatekeeperBuilder builder = Gatekeeper.builder();
        if (!wordsOnly) {
            Embedder embedder = Embedder.inProcess();
            String model = embedder.profile().modelId();
            return kept == null
                    ? builder.embeddings(model, embedder::embedQuery).build()
                    : builder.embeddings(model, embedder::embedQuery, kept).build();
        }
        return builder.build();
    }

    private static void print(GatekeeperScores scores, PrintWriter out) {
        GatekeeperScores.Intents intents = scores.intents();
        out.println(scores.confusionMatrix());
        out.printf(
                Locale.ROOT,
                "intent      accuracy %.3f  macro F1 %.3f %s  calibration error %.3f%n",
                intents.accuracy(),
                intents.macroF1(),
                intents.interval(),
                intents.calibrationError());
        new TreeMap<>(intents.perClass()).forEach((intent, figures) -> print("  " + intent.value(), figures, out));
        new TreeMap<>(intents.perGroup())
                .forEach((group, f1) -> out.printf(Locale.ROOT, "  %-13s macro F1 %.3f%n", group, f1));
        print("delegation", scores.delegation(), out);
        out.println("disguised   recall " + scores.disguised());
        print("injection", scores.injection(), out);
        out.printf(
                Locale.ROOT,
                "pii         exact kinds %s  harmless damaged %d%n",
                share(scores.pii().exactKindRate()),
                scores.pii().harmlessDamaged());
    }

    private static void print(String what, GatekeeperScores.Detection detection, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-15s precision %s  recall %s  F1 %s%n",
                what,
                share(detection.precision()),
                share(detection.recall()),
                share(detection.f1()));
    }

    /** A share of nothing is none. */
    private static String share(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }
}
