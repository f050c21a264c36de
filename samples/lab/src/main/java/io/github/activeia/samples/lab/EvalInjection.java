package io.github.activeia.samples.lab;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.guardrail.GuardrailResult;
import dev.langchain4j.guardrails.PatternBasedPromptInjectionGuardrail;
import io.github.activeia.agents.evaluation.InjectionEvaluation;
import io.github.activeia.agents.evaluation.InjectionScores;
import io.github.activeia.agents.gatekeeper.Gatekeeper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Counts which attacks the gatekeeper finds and which innocent texts it flags, beside a known library and a single expression. */
@Command(
        name = "injection",
        description =
                "Recall and false alarms over JSON Lines with text and attack, beside langchain4j-guardrails and a regex.",
        mixinStandardHelpOptions = true)
final class EvalInjection implements Callable<Integer> {
    private static final Pattern FLOOR =
            Pattern.compile("(?iU)\\b(ignor\\w*|olvid\\w*|forget|disregard)\\b.{0,40}\\b(instruc\\w*|reglas|rules)\\b"
                    + "|system prompt|jailbreak|\\bDAN\\b");

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description =
                    "Fields text, attack or label, lang, technique or source, place, half. Default ${DEFAULT-VALUE}.")
    private Path data = Path.of("evaluation", "injection.jsonl");

    @Option(names = "--half", paramLabel = "NAME", description = "Only lines of this half, such as report.")
    private @Nullable String half;

    @Mixin
    private EvalOutput output = new EvalOutput();

    @Option(names = "--min-recall", paramLabel = "SHARE", description = "Exit status 1 if the recall is less.")
    private double minRecall;

    @Option(names = "--max-false", paramLabel = "SHARE", description = "Exit status 1 if there are more false alarms.")
    private double maxFalse = 1;

    @Override
    public Integer call() throws IOException {
        // The other library logs every text that it flags.
        System.setProperty("org.slf4j.simpleLogger.log.dev.langchain4j", "off");
        System.setProperty("org.slf4j.simpleLogger.log.PatternBasedPromptInjectionGuardrail", "off");
        PrintWriter out = output.screen();
        InjectionScores ours = InjectionEvaluation.of(Gatekeeper.rules()).evaluate(data, half);
        out.printf("%-34s %10s %22s %12s %22s%n", "", "found", "recall", "flagged", "false alarms");
        print("gatekeeper", ours.all(), out);
        print("langchain4j-guardrails", others(EvalInjection::guardrail), out);
        print(
                "one regular expression",
                others(sample -> FLOOR.matcher(sample.text()).find()),
                out);
        print("gatekeeper, by language", ours.byLanguage(), out);
        print("gatekeeper, by place", ours.byPlace(), out);
        print("gatekeeper, by technique or source", ours.bySource(), out);
        output.finish(ours.errors(), ours.toJson());
        boolean good = !(ours.all().recall() < minRecall) && !(ours.all().falseAlarms() > maxFalse);
        return good ? 0 : 1;
    }

    private InjectionScores.Counts others(Predicate<InjectionEvaluation.Sample> detector) {
        return InjectionEvaluation.of(detector).evaluate(data, half).all();
    }

    private static boolean guardrail(InjectionEvaluation.Sample sample) {
        boolean blank = sample.text().isBlank();
        return !blank
                && new PatternBasedPromptInjectionGuardrail()
                                .validate(UserMessage.from(sample.text()))
                                .result()
                        != GuardrailResult.Result.SUCCESS;
    }

    private static void print(String title, Map<String, InjectionScores.Counts> groups, PrintWriter out) {
        out.println(title);
        groups.forEach((name, counts) -> print("  " + name, counts, out));
    }

    private static void print(String name, InjectionScores.Counts counts, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-34s %4d/%-5d %22s %6d/%-5d %22s%n",
                name,
                counts.found(),
                counts.attacks(),
                counts.attacks() == 0 ? "-" : share(counts.recall(), counts.recallInterval()),
                counts.flagged(),
                counts.innocent(),
                counts.innocent() == 0 ? "-" : share(counts.falseAlarms(), counts.falseAlarmsInterval()));
    }

    private static String share(double share, InjectionScores.Interval interval) {
        return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", share, interval.low(), interval.high());
    }
}
