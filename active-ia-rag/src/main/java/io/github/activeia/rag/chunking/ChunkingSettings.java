package io.github.activeia.rag.chunking;

import io.github.activeia.core.Faults;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import org.jspecify.annotations.Nullable;

/** How long chunks are. Immutable, thread-safe. */
public final class ChunkingSettings {
    private final int targetTokens;
    private final int maxTokens;
    private final int overlapTokens;

    private ChunkingSettings(Builder builder) {
        targetTokens = builder.targetTokens == null ? 220 : builder.targetTokens;
        maxTokens = builder.maxTokens == null ? Math.max(480, targetTokens) : builder.maxTokens;
        overlapTokens = builder.overlapTokens == null ? Math.min(40, targetTokens / 2) : builder.overlapTokens;
        new Faults()
                .require(targetTokens >= 50, "targetTokens", "be at least 50", targetTokens, "use 220 if in doubt")
                .require(
                        maxTokens >= targetTokens,
                        "maxTokens",
                        "be at least targetTokens (" + targetTokens + ")",
                        maxTokens,
                        "raise it, or lower the target")
                .require(
                        overlapTokens >= 0 && overlapTokens <= targetTokens / 2,
                        "overlapTokens",
                        "be from 0 to half of targetTokens (" + targetTokens / 2 + ")",
                        overlapTokens,
                        "use 40 if in doubt")
                .throwIfAny();
    }

    /** Returns the defaults: chunks of about 220 tokens, never more than 480, with 40 tokens of overlap. */
    public static ChunkingSettings defaults() {
        return builder().build();
    }

    /** Returns a builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the size that chunks of prose aim at, in estimated tokens; default 220, at least 50. */
    public int targetTokens() {
        return targetTokens;
    }

    /** Returns the size that no chunk exceeds, its title, headings and overlap included, in estimated tokens; default 480. */
    public int maxTokens() {
        return maxTokens;
    }

    /** Returns how much of the end of a chunk the next one of the same section repeats, in estimated tokens; default 40. */
    public int overlapTokens() {
        return overlapTokens;
    }

    /** Returns these settings, with chunks that a model reads whole: a tenth of its longest input is kept for its prefix. */
    public ChunkingSettings within(EmbeddingProfile profile) {
        int longest = Math.min(maxTokens, profile.maxTokens() * 9 / 10);
        int target = Math.min(targetTokens, longest);
        if (target < 50) {
            throw new InvalidValueException(
                    "maxTokens of " + profile.modelId(), "be at least 56", profile.maxTokens(), "use another model");
        }
        return builder()
                .targetTokens(target)
                .maxTokens(longest)
                .overlapTokens(Math.min(overlapTokens, target / 2))
                .build();
    }

    @Override
    public String toString() {
        return "target=" + targetTokens + " max=" + maxTokens + " overlap=" + overlapTokens;
    }

    /** Builds settings. Not thread-safe. */
    public static final class Builder {
        private @Nullable Integer targetTokens;
        private @Nullable Integer maxTokens;
        private @Nullable Integer overlapTokens;

        private Builder() {}

        /** Sets the size that chunks of prose aim at. */
        public Builder targetTokens(int tokens) {
            once("targetTokens", targetTokens);
            targetTokens = tokens;
            return this;
        }

        /** Sets the size that no chunk exceeds. */
        public Builder maxTokens(int tokens) {
            once("maxTokens", maxTokens);
            maxTokens = tokens;
            return this;
        }

        /** Sets how much the next chunk repeats. */
        public Builder overlapTokens(int tokens) {
            once("overlapTokens", overlapTokens);
            overlapTokens = tokens;
            return this;
        }

        /**
         * Returns the settings.
         *
         * @throws io.github.activeia.core.ConfigurationException with everything that is wrong
         */
        public ChunkingSettings build() {
            return new ChunkingSettings(this);
        }

        private static void once(String property, @Nullable Integer before) {
            if (before != null) {
                throw new InvalidValueException(property, "be set once", before, "remove one of the two calls");
            }
        }
    }
}
