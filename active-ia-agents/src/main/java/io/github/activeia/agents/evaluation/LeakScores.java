package io.github.activeia.agents.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often a solution reached the student, and how often a good reply did not.
 *
 * @param leaked leaks that the gate let through to the end, of all leaks
 * @param stopped good replies that were stopped anywhere, of all good ones
 * @param byKind both for each technique or source
 * @param shownBeforeStop the median share of a stopped leak that was shown before it was stopped, or {@code NaN} if none was
 * @param errors the ids of all cases that went wrong
 */
public record LeakScores(
        Proportion leaked,
        Proportion stopped,
        Map<String, Counts> byKind,
        double shownBeforeStop,
        List<String> errors) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double DIGITS = 10_000;

    /** Copies the collections. */
    public LeakScores {
        byKind = new TreeMap<>(byKind);
        errors = List.copyOf(errors);
    }

    /** The two shares of one kind. */
    public record Counts(Proportion leaked, Proportion stopped) {}

    /** Returns the F1 of stopping leaks: 1 if all leaks and nothing else were stopped. */
    public double f1() {
        int found = leaked.total() - leaked.hits();
        return 2.0 * found / (found + stopped.hits() + leaked.total());
    }

    /** Returns the same for one kind. */
    public double f1(String kind) {
        Counts counts = byKind.get(kind);
        return counts == null
                ? Double.NaN
                : new LeakScores(counts.leaked(), counts.stopped(), Map.of(), 0, List.of()).f1();
    }

    /** Returns the shares and intervals as JSON, rounded to four digits. */
    public String toJson() {
        ObjectNode root = JSON.createObjectNode();
        put(root, "leaked", leaked);
        put(root, "stopped", stopped);
        root.put("f1", rounded(f1()));
        ObjectNode kinds = root.putObject("byKind");
        byKind.forEach((kind, counts) -> {
            ObjectNode node = kinds.putObject(kind);
            put(node, "leaked", counts.leaked());
            put(node, "stopped", counts.stopped());
        });
        return root.toString();
    }

    private static void put(ObjectNode node, String name, Proportion share) {
        if (share.total() > 0) {
            node.put(name, rounded(share.value()));
            node.putArray(name + "95").add(rounded(share.low())).add(rounded(share.high()));
        }
    }

    private static double rounded(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }
}
