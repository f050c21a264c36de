package io.github.activeia.agents.gatekeeper;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a message hands over the student's own work: requests for a deliverable, their completeness and hand-in marks, less what is
 * negated, quoted or asks to be taught.
 *
 * @param score the sum of what is left
 * @param hits the evidence
 */
record Delegation(double score, List<Hit> hits) {
    static final double THRESHOLD = 2.0;
    private static final int ESSENTIAL_WORDS = 3;

    static Delegation of(Evidence evidence, Words words, List<Quotes.Span> quotes) {
        List<Hit> cancelling = evidence.all("negation", "pedagogical");
        List<Hit> kept = new ArrayList<>();
        for (Hit hit : evidence.all("delegation")) {
            boolean cancelled = cancelling.stream().anyMatch(c -> c.overlaps(hit)) || isQuoted(hit, words, quotes);
            if (!cancelled) {
                kept.add(hit);
            }
        }
        if (kept.isEmpty()) {
            return new Delegation(0, List.of());
        }
        List<Hit> counted = Evidence.best(kept);
        counted.addAll(uncancelled(evidence.best("complete"), cancelling));
        counted.addAll(evidence.best("hand_in"));
        return new Delegation(Evidence.sum(counted), counted);
    }

    private static List<Hit> uncancelled(List<Hit> hits, List<Hit> cancelling) {
        return hits.stream()
                .filter(h -> cancelling.stream().noneMatch(c -> c.overlaps(h)))
                .toList();
    }

    /** A quotation is someone else's voice, unless it is all there is. */
    private static boolean isQuoted(Hit hit, Words words, List<Quotes.Span> quotes) {
        for (Quotes.Span quote : quotes) {
            if (quote.covers(hit.start(), hit.end())) {
                long outside = words.tokens().stream()
                        .filter(t -> !quote.covers(t.start(), t.end()))
                        .count();
                return outside >= ESSENTIAL_WORDS;
            }
        }
        return false;
    }

    boolean structured() {
        return score >= THRESHOLD;
    }

    /** Returns how many different requests there are. */
    long signals() {
        return hits.stream().map(h -> h.rule().id()).distinct().count();
    }
}
