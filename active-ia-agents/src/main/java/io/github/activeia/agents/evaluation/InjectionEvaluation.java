package io.github.activeia.agents.evaluation;

import io.github.activeia.agents.gatekeeper.Gatekeeper;
import io.github.activeia.agents.gatekeeper.GatekeeperRequest;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Counts which attacks are found and which innocent texts are flagged: one JSON object per line with {@code text} and {@code attack} (or
 * {@code label}), and if known {@code id}, {@code lang}, {@code technique} (or {@code source}), {@code place} ({@code message} or
 * anything else for material) and {@code half}. Whatever finds attacks can be measured. Thread-safe if that is.
 */
public final class InjectionEvaluation {
    private final Predicate<Sample> detector;

    private InjectionEvaluation(Predicate<Sample> detector) {
        this.detector = detector;
    }

    /**
     * One labelled text.
     *
     * @param id its id, or its line
     * @param text the text
     * @param attack whether it tries to change, bypass or extract the tutor's rules
     * @param language such as {@code es}, or {@code unknown}
     * @param source its technique or where it is from, or {@code unknown}
     * @param place {@code message} if a student typed it, otherwise what it is, such as {@code chunk}, {@code code} or {@code file}
     */
    public record Sample(String id, String text, boolean attack, String language, String source, String place) {}

    /** Returns the evaluation of a gatekeeper, which reads every text as a message of a student, whatever came along in it. */
    public static InjectionEvaluation of(Gatekeeper gatekeeper) {
        return of(sample -> gatekeeper.assess(GatekeeperRequest.of(sample.text())).signals().stream()
                .anyMatch(signal -> signal.kind().equals("injection")));
    }

    /** Returns the evaluation of anything else that says whether a text attacks. */
    public static InjectionEvaluation of(Predicate<Sample> detector) {
        return new InjectionEvaluation(detector);
    }

    /**
     * Reads a file and counts.
     *
     * @param half only lines with this {@code half}, or null for all
     * @throws io.github.activeia.core.ConfigurationException with every line that is broken or lacks a field
     */
    public InjectionScores evaluate(Path file, @Nullable String half) {
        InjectionTally tally = new InjectionTally();
        for (Sample sample : InjectionFile.read(file, half)) {
            tally.add(sample, detector.test(sample));
        }
        return tally.scores();
    }
}
