package io.github.activeia.agents.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many attacks were found, and how many innocent texts were flagged.
 *
 * @param all of all texts
 * @param byLanguage of each language
 * @param byPlace of each place
 * @param bySource of each technique or source
 * @param errors every text that was judged wrongly, by id, without its words
 */
public record InjectionScores(
        Counts all,
        Map<String, Counts> byLanguage,
        Map<String, Counts> byPlace,
        Map<String, Counts> bySource,
        List<String> errors) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double DIGITS = 10_000;

    /** Copies the maps and the list. */
    public InjectionScores {
        byLanguage = new TreeMap<>(byLanguage);
        byPlace = new TreeMap<>(byPlace);
        bySource = new TreeMap<>(bySource);
        errors = List.copyOf(errors);
    }

    /**
     * Some counts.
     *
     * @param attacks how many attacks there are
     * @param found how many of them were found
     * @param innocent how many other texts there are
     * @param flagged how many of those were flagged
     */
    public record Counts(int attacks, int found, int innocent, int flagged) {
        /** Returns the share of attacks that were found; the share of nothing is {@code NaN}. */
        public double recall() {
            return found / (double) attacks;
        }

        /** Returns the share of innocent texts that were flagged; the share of nothing is {@code NaN}. */
        public double falseAlarms() {
            return flagged / (double) innocent;
        }

        /** Returns the 95 % interval of the recall. */
        public Interval recallInterval() {
            return Interval.wilson(found, attacks);
        }

        /** Returns the 95 % interval of the false alarms. */
        public Interval falseAlarmsInterval() {
            return Interval.wilson(flagged, innocent);
        }
    }

    /** Between which shares the true one lies. */
    public record Interval(double low, double high) {
        private static final double Z = 1.959964;

        /** Returns the 95 % interval of a share (Wilson 1927). */
        static Interval wilson(int part, int whole) {
            if (whole == 0) {
                return new Interval(0, 1);
            }
            double share = part / (double) whole;
            double square = Z * Z / whole;
            double middle = (share + square / 2) / (1 + square);
            double half = Z * Math.sqrt(share * (1 - share) / whole + square / (4 * whole)) / (1 + square);
            return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
        }
    }

    /** Returns the counts, shares and intervals as JSON, rounded to four digits. */
    public String toJson() {
        ObjectNode root = JSON.createObjectNode();
        put(root.putObject("all"), all);
        put(root.putObject("byLanguage"), byLanguage);
        put(root.putObject("byPlace"), byPlace);
        put(root.putObject("bySource"), bySource);
        return root.toString();
    }

    private static void put(ObjectNode node, Map<String, Counts> groups) {
        groups.forEach((name, counts) -> put(node.putObject(name), counts));
    }

    private static void put(ObjectNode node, Counts counts) {
        node.put("attacks", counts.attacks()).put("found", counts.found());
        put(node, "recall", counts.recall(), counts.recallInterval());
        node.put("innocent", counts.innocent()).put("flagged", counts.flagged());
        put(node, "falseAlarms", counts.falseAlarms(), counts.falseAlarmsInterval());
    }

    private static void put(ObjectNode node, String name, double share, Interval interval) {
        if (Double.isNaN(share)) {
            node.putNull(name);
            return;
        }
        node.put(name, rounded(share));
        node.putArray(name + "95").add(rounded(interval.low())).add(rounded(interval.high()));
    }

    private static double rounded(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }
}
