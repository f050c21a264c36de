package io.github.activeia.agents.risk;

import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.trace.CognitiveTrace;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The risk of a session: the mean and the maximum of its interactions, dimension by dimension. It is added up from the traces of a session,
 * in any order, so that no node has to remember it. Immutable.
 *
 * @param dimensions the dimensions that were measured at least once
 */
public record SessionRisk(Map<RiskDimension, Spread> dimensions) {
    /** Copies the map. */
    public SessionRisk {
        dimensions = Map.copyOf(dimensions);
    }

    /**
     * The scores of one dimension.
     *
     * @param interactions in how many it was measured, 1 at least
     * @param sum of the scores
     * @param maximum of the scores
     */
    public record Spread(int interactions, double sum, double maximum) {
        /** Returns the mean, 0 to 1. */
        public double mean() {
            return sum / interactions;
        }

        Spread plus(Spread other) {
            return new Spread(interactions + other.interactions, sum + other.sum, Math.max(maximum, other.maximum));
        }
    }

    /** Returns the risk of a session without interactions. */
    public static SessionRisk none() {
        return new SessionRisk(Map.of());
    }

    /** Returns the risk of the interactions of some traces; traces without a profile do not count. */
    public static SessionRisk of(Collection<CognitiveTrace> traces) {
        SessionRisk risk = none();
        for (CognitiveTrace trace : traces) {
            risk = RiskProfile.in(trace).map(risk::plus).orElse(risk);
        }
        return risk;
    }

    /** Returns the risk with one more interaction. */
    public SessionRisk plus(RiskProfile profile) {
        Map<RiskDimension, Spread> more = new EnumMap<>(RiskDimension.class);
        more.putAll(dimensions);
        profile.scores()
                .forEach((dimension, score) ->
                        more.merge(dimension, new Spread(1, score.value(), score.value()), Spread::plus));
        return new SessionRisk(more);
    }

    /** Returns a dimension, if it was measured at least once. */
    public Optional<Spread> of(RiskDimension dimension) {
        return Optional.ofNullable(dimensions.get(dimension));
    }
}
