package io.github.activeia.agents.leak;

import java.util.List;
import java.util.Map;

/**
 * How much of a solution a text gives away.
 *
 * @param probability that it hands over what the student should find if it ends here, 0 to 1
 * @param evidence the value of each kind, 0 to 1; kinds without any are left out
 * @param strongest the kinds that say most for a leak, best first
 * @param sure whether one kind decides by itself: a text in a code, or the bare value of an answer key
 * @param verdict whether it may be shown
 */
public record Leak(
        double probability, Map<String, Double> evidence, List<String> strongest, boolean sure, Verdict verdict) {

    /** What is done with a text. */
    public enum Verdict {
        /** It may be shown. */
        NONE,

        /** It may not be shown as it is, but more of the text may show that it is harmless. */
        DOUBTFUL,

        /** It may not be shown; its author may try again. */
        LIKELY,

        /** It may not be shown, and there is nothing to mend. */
        CERTAIN
    }

    /** Copies the collections. */
    public Leak {
        evidence = Map.copyOf(evidence);
        strongest = List.copyOf(strongest);
    }
}
