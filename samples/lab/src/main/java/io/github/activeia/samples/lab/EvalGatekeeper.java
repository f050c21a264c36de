package io.github.activeia.samples.lab;

import io.github.activeia.agents.evaluation.GatekeeperEvaluation;
import io.github.activeia.agents.evaluation.GatekeeperScores;
import io.github.activeia.agents.gatekeeper.Gatekeeper;
import io.github.activeia.samples.quickstart.Terminal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares the gatekeeper with labels. */
@Command(
        name = "gatekeeper",
        description = "Intent, delegation, injection and personal data over JSON Lines with id, text and labels.",
        mixinStandardHelpOptions = true)
final class EvalGatekeeper implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "Fields id, text, intent, delegation, injection, pii.")
    private Path data = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "Write the figures there, as JSON.")
    private @Nullable Path file;

    @Option(names = "--errors", description = "List every disagreement, by id.")
    private boolean errors;

    @Option(names = "--min-macro-f1", description = "Exit status 1 if the intents' macro F1 is less.")
    private double minimum;

    @Override
    public Integer call() throws IOException {
        GatekeeperScores scores = GatekeeperEvaluation.of(Gatekeeper.rules()).evaluate(data);
        print(scores, Terminal.out());
        if (file != null) {
            Files.writeString(file, scores.toJson() + "\n");
        }
        return scores.intents().macroF1() >= minimum ? 0 : 1;
    }

    private void print(GatekeeperScores scores, PrintStream out) {
        out.println(scores.confusionMatrix());
        out.printf(
                Locale.ROOT,
                "intent      accuracy %.3f  macro F1 %.3f%n",
                scores.intents().accuracy(),
                scores.intents().macroF1());
        print("delegation", scores.delegation(), out);
        print("injection", scores.injection(), out);
        out.printf(
                Locale.ROOT,
                "pii         exact kinds %.3f  harmless damaged %d%n",
                scores.pii().exactKindRate(),
                scores.pii().harmlessDamaged());
        if (errors) {
            scores.errors().forEach(out::println);
        }
    }

    private static void print(String what, GatekeeperScores.Detection detection, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%-11s precision %.3f  recall %.3f  F1 %.3f%n",
                what,
                detection.precision(),
                detection.recall(),
                detection.f1());
    }
}
