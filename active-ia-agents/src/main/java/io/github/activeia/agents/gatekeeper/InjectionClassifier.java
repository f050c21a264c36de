package io.github.activeia.agents.gatekeeper;

import io.github.activeia.agents.learning.Features;
import io.github.activeia.agents.learning.LinearClassifier;
import io.github.activeia.core.PlainText;
import java.util.ArrayList;
import java.util.List;

/** Says how likely a text is an attack, from examples: as likely as its likeliest window. Immutable and thread-safe. */
final class InjectionClassifier {
    /** The logarithm of the odds from which a text attacks; chosen on a set that is in no bank of examples. */
    static final double THRESHOLD = 0.5;

    private static final double UNLIKELY = -20;

    private final LinearClassifier model;

    InjectionClassifier(LinearClassifier model) {
        this.model = model;
    }

    /** A window and the logarithm of its odds. */
    record Scored(InjectionWindows.Window window, double score) {
        private boolean overlaps(Scored other) {
            return window.from() < other.window.to() && other.window.from() < window.to();
        }
    }

    /** Returns the probability for a logarithm of odds. */
    static double probability(double score) {
        return 1 / (1 + Math.exp(-score));
    }

    /** Returns the score of the likeliest window. */
    double score(InjectionText text) {
        double best = UNLIKELY;
        for (double score : text.scores(model)) {
            best = Math.max(best, score);
        }
        return best;
    }

    /**
     * What the classifier thinks of a text.
     *
     * @param score the logarithm of the odds of its likeliest window
     * @param attacks the windows that attack, the likeliest of those that overlap, in the order of the text
     */
    record Judged(double score, List<Scored> attacks) {}

    Judged judge(InjectionText text) {
        double[] scores = text.scores(model);
        double best = UNLIKELY;
        List<Scored> attacking = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            best = Math.max(best, scores[i]);
            if (scores[i] >= THRESHOLD) {
                attacking.add(new Scored(text.windows().get(i), scores[i]));
            }
        }
        return new Judged(best, likeliest(attacking));
    }

    /** Windows come in the order of their first words, and one overlaps a few neighbours only. */
    private static List<Scored> likeliest(List<Scored> attacking) {
        List<Scored> kept = new ArrayList<>();
        for (Scored next : attacking) {
            Scored last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            if (last == null || !last.overlaps(next)) {
                kept.add(next);
            } else if (next.score() > last.score()) {
                kept.set(kept.size() - 1, next);
            }
        }
        return kept;
    }

    /** Returns whether the examples hold a word. */
    boolean knows(String word) {
        return model.knows(Features.hash(InjectionFeatures.WORD, PlainText.fold(word)));
    }
}
