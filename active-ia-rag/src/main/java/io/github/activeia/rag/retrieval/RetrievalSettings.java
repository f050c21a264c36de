package io.github.activeia.rag.retrieval;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Faults;
import org.jspecify.annotations.Nullable;

/** How passages are found. Immutable. */
public final class RetrievalSettings {
    private final Legs legs;
    private final int perLeg;
    private final double lexicalWeight;
    private final double duplicateSimilarity;

    private RetrievalSettings(Builder builder) {
        this.legs = builder.legs == null ? Legs.BOTH : builder.legs;
        this.perLeg = builder.perLeg == null ? 60 : builder.perLeg;
        this.lexicalWeight = builder.lexicalWeight == null ? 0.63 : builder.lexicalWeight;
        this.duplicateSimilarity = builder.duplicateSimilarity == null ? 0.9 : builder.duplicateSimilarity;
        new Faults()
                .require(perLeg >= 10 && perLeg <= 1000, "perLeg", "be from 10 to 1000", perLeg, "use 60 if in doubt")
                .require(
                        lexicalWeight >= 0 && lexicalWeight <= 1,
                        "lexicalWeight",
                        "be from 0 to 1",
                        lexicalWeight,
                        "use 0.63 if in doubt")
                .require(
                        duplicateSimilarity > 0 && duplicateSimilarity <= 1,
                        "duplicateSimilarity",
                        "be more than 0 and at most 1",
                        duplicateSimilarity,
                        "use 0.9 if in doubt")
                .throwIfAny();
    }

    /** Returns the settings that were measured to be good. */
    public static RetrievalSettings defaults() {
        return builder().build();
    }

    /** Starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns which scores decide. */
    public Legs legs() {
        return legs;
    }

    /** Returns how many candidates each leg gives. */
    public int perLeg() {
        return perLeg;
    }

    /** Returns the share of words in the fused score of a usual question. */
    public double lexicalWeight() {
        return lexicalWeight;
    }

    /** Returns the share of common word sequences from which two passages count as the same. */
    public double duplicateSimilarity() {
        return duplicateSimilarity;
    }

    /** Returns all the settings. */
    @Override
    public String toString() {
        return "RetrievalSettings[legs=" + legs + ", perLeg=" + perLeg + ", lexicalWeight=" + lexicalWeight
                + ", duplicateSimilarity=" + duplicateSimilarity + "]";
    }

    /** Builds settings; each property can be set once. Not thread-safe. */
    public static final class Builder {
        private @Nullable Legs legs;
        private @Nullable Integer perLeg;
        private @Nullable Double lexicalWeight;
        private @Nullable Double duplicateSimilarity;

        private Builder() {}

        /** Sets which scores decide; default both. */
        public Builder legs(Legs which) {
            requireUnset(legs, "legs");
            legs = which;
            return this;
        }

        /** Sets how many candidates each leg gives; default 60, 10 to 1000. */
        public Builder perLeg(int candidates) {
            requireUnset(perLeg, "perLeg");
            perLeg = candidates;
            return this;
        }

        /**
         * Sets the share of words in the fused score; default 0.63, 0 to 1; the rest is meaning. It is where the
         * share starts from; a question in which one of the two speaks more clearly moves it.
         */
        public Builder lexicalWeight(double share) {
            requireUnset(lexicalWeight, "lexicalWeight");
            lexicalWeight = share;
            return this;
        }

        /** Sets from which share of common word sequences two passages count as the same; default 0.9, at most 1. */
        public Builder duplicateSimilarity(double share) {
            requireUnset(duplicateSimilarity, "duplicateSimilarity");
            duplicateSimilarity = share;
            return this;
        }

        /**
         * Returns the settings.
         *
         * @throws ConfigurationException with every property that is out of range
         */
        public RetrievalSettings build() {
            return new RetrievalSettings(this);
        }

        private static void requireUnset(@Nullable Object value, String property) {
            new Faults()
                    .require(value == null, property, "be set once", "already " + value, "remove one of the two calls")
                    .throwIfAny();
        }
    }
}
