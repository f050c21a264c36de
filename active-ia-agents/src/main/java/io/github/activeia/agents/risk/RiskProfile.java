package io.github.activeia.agents.risk;

import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.trace.CognitiveTrace;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The risk of one interaction, dimension by dimension. A dimension that was not measured is absent.
 *
 * @param scores the dimensions that were measured, in their order
 */
public record RiskProfile(Map<RiskDimension, Score> scores) {
    /** The step of a trace that holds a profile. */
    public static final String STEP = "risk";

    private static final String VALUE = "score";
    private static final String EVIDENCE = "evidence";

    /** Copies the map. */
    public RiskProfile {
        Map<RiskDimension, Score> copy = new EnumMap<>(RiskDimension.class);
        copy.putAll(scores);
        scores = Collections.unmodifiableMap(copy);
    }

    /**
     * How high a risk is.
     *
     * @param value 0 to 1
     * @param evidence short sentences with numbers, in English, without anything that a student wrote; empty where nothing speaks for a risk
     */
    public record Score(double value, List<String> evidence) {
        /** Checks the value and copies the list. */
        public Score {
            if (!(value >= 0 && value <= 1)) {
                throw new InvalidValueException("value", "be from 0 to 1", value, "leave out what was not measured");
            }
            evidence = List.copyOf(evidence);
        }
    }

    /** Returns a dimension, if it was measured. */
    public Optional<Score> score(RiskDimension dimension) {
        return Optional.ofNullable(scores.get(dimension));
    }

    /** Returns the dimension with the highest score, if any is above zero. */
    public Optional<RiskDimension> highest() {
        return scores.entrySet().stream()
                .filter(entry -> entry.getValue().value() > 0)
                .max(Map.Entry.comparingByValue((a, b) -> Double.compare(a.value(), b.value())))
                .map(Map.Entry::getKey);
    }

    /** Returns the profile as the evidence of a step: for each dimension, by its Spanish word, its {@code score} and {@code evidence}. */
    public Map<String, Object> asEvidence() {
        Map<String, Object> all = new LinkedHashMap<>();
        scores.forEach((dimension, score) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put(VALUE, score.value());
            one.put(EVIDENCE, score.evidence());
            all.put(dimension.value(), one);
        });
        return all;
    }

    /** Reads the profile of a trace back, if the trace has one: a question that was refused before it was read has none. */
    public static Optional<RiskProfile> in(CognitiveTrace trace) {
        return trace.steps().stream()
                .filter(step -> step.agent().equals(STEP))
                .map(step -> read(step.evidence()))
                .filter(profile -> !profile.scores().isEmpty())
                .findFirst();
    }

    private static RiskProfile read(Map<String, Object> evidence) {
        Map<RiskDimension, Score> scores = new EnumMap<>(RiskDimension.class);
        for (RiskDimension dimension : RiskDimension.values()) {
            if (evidence.get(dimension.value()) instanceof Map<?, ?> kept && kept.get(VALUE) instanceof Number value) {
                List<String> sentences = kept.get(EVIDENCE) instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : List.of();
                scores.put(dimension, new Score(value.doubleValue(), sentences));
            }
        }
        return new RiskProfile(scores);
    }
}
