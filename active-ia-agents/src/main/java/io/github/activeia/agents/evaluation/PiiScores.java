package io.github.activeia.agents.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How well personal data was found.
 *
 * @param messages how many messages were read
 * @param kinds the figures of each kind that was labelled or found
 * @param exactKinds the share of messages whose set of kinds is exactly right; those without personal data count too
 * @param damaged the share of harmless texts that were altered, and of messages without personal data that were
 * @param errors every disagreement, by id, without any text
 */
public record PiiScores(
        int messages,
        SortedMap<String, Figures> kinds,
        Proportion exactKinds,
        Proportion damaged,
        List<GatekeeperScores.Disagreement> errors) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double DIGITS = 10_000;

    /** Copies the map and the list. */
    public PiiScores {
        kinds = new TreeMap<>(kinds);
        errors = List.copyOf(errors);
    }

    /**
     * Precision and recall.
     *
     * @param precision of what was found, how much was labelled
     * @param recall of what was labelled, how much was found
     */
    public record Figures(Proportion precision, Proportion recall) {
        /** Returns the harmonic mean of the two, {@code NaN} where there is none. */
        public double f1() {
            int all = precision.total() + recall.total();
            return all == 0 ? Double.NaN : (precision.hits() + recall.hits()) / (double) all;
        }
    }

    /** Returns the figures of all kinds together. */
    public Figures together() {
        int right = 0;
        int found = 0;
        int caught = 0;
        int labelled = 0;
        for (Figures figures : kinds.values()) {
            right += figures.precision().hits();
            found += figures.precision().total();
            caught += figures.recall().hits();
            labelled += figures.recall().total();
        }
        return new Figures(new Proportion(right, found), new Proportion(caught, labelled));
    }

    /** Returns the figures as JSON, rounded to four digits; a share of nothing is {@code null}. */
    public String toJson() {
        ObjectNode root = JSON.createObjectNode();
        root.put("messages", messages);
        put(root.putObject("exactKinds"), exactKinds);
        put(root.putObject("harmlessDamaged"), damaged);
        put(root.putObject("together"), together());
        ObjectNode each = root.putObject("kinds");
        for (Map.Entry<String, Figures> kind : kinds.entrySet()) {
            put(each.putObject(kind.getKey()), kind.getValue());
        }
        return root.toString();
    }

    private static void put(ObjectNode node, Figures figures) {
        put(node.putObject("precision"), figures.precision());
        put(node.putObject("recall"), figures.recall());
        put(node, "f1", figures.f1());
    }

    private static void put(ObjectNode node, Proportion share) {
        node.put("hits", share.hits());
        node.put("of", share.total());
        put(node, "value", share.value());
        put(node, "low", share.low());
        put(node, "high", share.high());
    }

    private static void put(ObjectNode node, String name, double value) {
        if (Double.isNaN(value)) {
            node.putNull(name);
        } else {
            node.put(name, Math.round(value * DIGITS) / DIGITS);
        }
    }
}
