package io.github.activeia.agents.gatekeeper;

import java.util.List;

/**
 * What {@link Gatekeeper#inspect} thinks of a text that nobody typed, such as a retrieved passage or a pasted file.
 *
 * @param suspicious whether it speaks to the tutor and tries to change, bypass or extract its rules
 * @param score how likely that is, 0 to 1
 * @param signals the evidence; empty unless it is suspicious
 */
public record MaterialReport(boolean suspicious, double score, List<Assessment.Signal> signals) {
    /** Copies the list. */
    public MaterialReport {
        signals = List.copyOf(signals);
    }
}
