package io.github.activeia.agents.evaluation;

import io.github.activeia.agents.gatekeeper.Assessment;
import io.github.activeia.agents.gatekeeper.Gatekeeper;
import io.github.activeia.agents.gatekeeper.GatekeeperRequest;
import io.github.activeia.agents.gatekeeper.GatekeeperRequest.History;
import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.CoursePolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares the gatekeeper with labelled messages: one JSON object per line with {@code id}, {@code text}, {@code intent} and {@code delegation},
 * and where it is known {@code injection}, {@code pii}, {@code disguised}, {@code variety}, {@code half} and {@code history}, a list of turns with {@code role} and
 * {@code text}. Intents may be in Spanish or English, personal data a word, a list of words or of objects with a
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
     * Reads a file and measures all of it.
     *
     * @throws io.github.activeia.core.ConfigurationException with every line that is broken or lacks a field
     */
    public GatekeeperScores evaluate(Path file) {
        return evaluate(file, "");
    }

    /**
     * Reads a file and measures the messages of one half, or all where it is empty. What came before a message is read first, so that it
     * is judged in its context.
     *
     * @throws io.github.activeia.core.ConfigurationException with every line that is broken or lacks a field
     */
    public GatekeeperScores evaluate(Path file, String half) {
        Tally tally = new Tally();
        for (LabelledMessage message : LabelledFile.read(file)) {
            if (half.isEmpty() || half.equals(message.half())) {
                tally.add(message, observe(message));
            }
        }
        return tally.scores();
    }

    private Observed observe(LabelledMessage message) {
        Assessment assessment = assess(message.text(), history(message.turns()));
        Set<String> kinds = new TreeSet<>();
        assessment.sanitized().findings().forEach(f -> kinds.add(f.kind().name()));
        boolean injection = assessment.signals().stream().anyMatch(s -> s.kind().equals("injection"));
        return new Observed(assessment.intent(), assessment.confidence(), assessment.delegates(), injection, kinds);
    }

    private Assessment assess(String text, History history) {
        return gatekeeper.assess(new GatekeeperRequest(text, null, null, history, CoursePolicy.intermediate()));
    }

    /** What a session remembers after these turns. */
    private History history(List<LabelledMessage.Turn> turns) {
        int delegations = 0;
        int frustrations = 0;
        List<String> said = new ArrayList<>();
        String asked = null;
        for (LabelledMessage.Turn turn : turns) {
            if (turn.student()) {
                Assessment assessment = assess(turn.text(), new History(delegations, frustrations, said, asked));
                delegations += assessment.delegates() ? 1 : 0;
                frustrations += assessment.intent() == CognitiveIntent.FRUSTRATION ? 1 : 0;
                said.add(turn.text());
            } else {
                asked = turn.text().indexOf('?') >= 0 ? turn.text() : null;
            }
        }
        return new History(delegations, frustrations, said, asked);
    }
}
