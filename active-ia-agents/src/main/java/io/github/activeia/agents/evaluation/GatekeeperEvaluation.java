package io.github.activeia.agents.evaluation;

import io.github.activeia.agents.gatekeeper.Assessment;
import io.github.activeia.agents.gatekeeper.Gatekeeper;
import io.github.activeia.agents.gatekeeper.GatekeeperRequest;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares the gatekeeper with labelled messages: one JSON object per line with {@code id}, {@code text}, {@code intent}, {@code delegation},
 * {@code injection} and {@code pii}. Intents may be in Spanish or English, personal data a word, a list of words or of objects with a
 * {@code kind}. Thread-safe.
 */
public final class GatekeeperEvaluation {
    private final Gatekeeper gatekeeper;

    private GatekeeperEvaluation(Gatekeeper gatekeeper) {
        this.gatekeeper = gatekeeper;
    }

    /** Returns the evaluation of a gatekeeper. */
    public static GatekeeperEvaluation of(Gatekeeper gatekeeper) {
        return new GatekeeperEvaluation(gatekeeper);
    }

    /**
     * Reads a file and measures. Every message is read on its own, without history.
     *
     * @throws io.github.activeia.core.ConfigurationException with every line that is broken or lacks a field
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public GatekeeperScores evaluate(Path file) {
        Tally tally = new Tally();
        for (LabelledMessage message : LabelledFile.read(file)) {
            tally.add(message, observe(message));
        }
        return tally.scores();
    }

    private Observed observe(LabelledMessage message) {
        Assessment assessment = gatekeeper.assess(GatekeeperRequest.of(message.text()));
        Set<String> kinds = new TreeSet<>();
        assessment.sanitized().findings().forEach(f -> kinds.add(f.kind().name()));
        boolean injection = assessment.signals().stream().anyMatch(s -> s.kind().equals("injection"));
        return new Observed(assessment.intent(), assessment.delegates(), injection, kinds);
    }
}
