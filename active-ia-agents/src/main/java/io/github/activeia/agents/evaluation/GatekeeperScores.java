package io.github.activeia.agents.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.activeia.core.CognitiveIntent;
import java.util.List;
import java.util.Map;

/**
 * How well the gatekeeper agrees with labels. A share of nothing is {@code NaN}, and {@code null} in the JSON.
 *
 * @param intents agreement on the intent
 * @param delegation agreement on delegation
 * @param disguised how many of the delegations that are hidden were found
 * @param injection agreement on attacks
 * @param pii agreement on personal data
 * @param confusionMatrix a printable table, labels as rows
 * @param errors every disagreement, by id, without any text
 */
public record GatekeeperScores(
        Intents intents,
        Detection delegation,
        Proportion disguised,
        Detection injection,
        Pii pii,
        String confusionMatrix,
        List<Disagreement> errors) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double DIGITS = 10_000;

    /** Copies the list. */
    public GatekeeperScores {
        errors = List.copyOf(errors);
    }

    /**
     * Agreement on the intent.
     *
     * @param accuracy share of equal intents
     * @param macroF1 mean of the F1 of each intent that occurs
     * @param interval where the macro F1 lies with 95 % confidence, by a bootstrap over the messages
     * @param calibrationError how far the confidence and the share of right answers lie apart (ECE over ten ranges), 0 at best
     * @param perClass the figures of each intent that occurs
     * @param perGroup the macro F1 of each variety that the file names
     */
    public record Intents(
            double accuracy,
            double macroF1,
            Interval interval,
            double calibrationError,
            Map<CognitiveIntent, Detection> perClass,
            Map<String, Double> perGroup) {
        /** Copies the maps. */
        public Intents {
            perClass = Map.copyOf(perClass);
            perGroup = Map.copyOf(perGroup);
        }
    }

    /** Precision, recall and F1 of one yes or no. */
    public record Detection(double precision, double recall, double f1) {}

    /**
     * Agreement on personal data.
     *
     * @param exactKindRate share of the messages with personal data where exactly the labelled kinds were found
     * @param harmlessDamaged how many messages without personal data were altered
     */
    public record Pii(double exactKindRate, int harmlessDamaged) {}

    /** One disagreement: which message, which label, and both answers. */
    public record Disagreement(String id, String label, String expected, String got) {
        @Override
        public String toString() {
            return id + " " + label + ": expected " + expected + ", got " + got;
        }
    }

    /** Returns the figures as JSON, rounded to four digits. */
    public String toJson() {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode intent = root.putObject("intent");
        put(intent, "accuracy", intents.accuracy());
        put(intent, "macroF1", intents.macroF1());
        ObjectNode perClass = intent.putObject("perClass");
        for (CognitiveIntent each : CognitiveIntent.values()) {
            Detection detection = intents.perClass().get(each);
            if (detection != null) {
                put(perClass.putObject(each.name()), detection);
            }
        }
        put(root.putObject("delegation"), delegation);
        put(root.putObject("injection"), injection);
        ObjectNode privacy = root.putObject("pii");
        put(privacy, "exactKindRate", pii.exactKindRate());
        privacy.put("harmlessDamaged", pii.harmlessDamaged());
        return root.toString();
    }

    private static void put(ObjectNode node, Detection detection) {
        put(node, "precision", detection.precision());
        put(node, "recall", detection.recall());
        put(node, "f1", detection.f1());
    }

    private static void put(ObjectNode node, String name, double value) {
        if (Double.isNaN(value)) {
            node.putNull(name);
        } else {
            node.put(name, Math.round(value * DIGITS) / DIGITS);
        }
    }
}
