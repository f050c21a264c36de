package io.github.activeia.agents.gatekeeper;

import io.github.activeia.agents.gatekeeper.Assessment.Signal;
import io.github.activeia.core.privacy.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes down the evidence for a decision, sanitised.
 *
 * @param message the message as typed
 * @param redaction what is personal in it
 * @param reading what was read
 */
record Signals(String message, Redaction redaction, Reading reading) {
    private static final String LEARNT = "examples";

    List<Signal> with(Judge.Finding finding, IntentDistribution wanted) {
        List<Signal> signals = new ArrayList<>();
        for (Hit hit : reading.evidenceShown(wanted)) {
            signals.add(of(hit));
        }
        String intent = wanted.delegates()
                ? "delegation"
                : finding.wanted().intent().name().toLowerCase(Locale.ROOT);
        Words words = reading.words();
        for (IntentClassifier.Run run : finding.words()) {
            String said =
                    slice(words.get(run.from()).start(), words.get(run.to() - 1).end());
            signals.add(new Signal(intent, LEARNT, said, run.weight()));
        }
        if (wanted.intent() != finding.wanted().intent()) {
            String settled = wanted.intent().name().toLowerCase(Locale.ROOT);
            signals.add(new Signal(settled, "tie_break", "", wanted.probability(wanted.intent())));
        }
        signals.addAll(of(reading.injection(), message, redaction));
        return signals;
    }

    /** Returns the evidence of danger alone. */
    List<Signal> ofDanger() {
        return reading.affect().dangerHits().stream().map(this::of).toList();
    }

    static List<Signal> of(Injection injection, String text, Redaction redaction) {
        List<Signal> signals = new ArrayList<>();
        for (InjectionDetector.Finding finding : injection.findings()) {
            String words = Sanitizer.slice(text, redaction, finding.start(), finding.end());
            signals.add(new Signal("injection", finding.rule(), words, finding.score()));
        }
        return signals;
    }

    private Signal of(Hit hit) {
        String words = slice(hit.start(), hit.end());
        return new Signal(hit.rule().kind(), hit.rule().id(), words, hit.rule().score());
    }

    private String slice(int start, int end) {
        return Sanitizer.slice(message, redaction, start, end);
    }
}
