package io.github.activeia.core.cost;

import io.github.activeia.core.Faults;

/**
 * The tokens of one or more calls, as a provider counted them.
 *
 * @param input all tokens of the prompts, those from the provider's cache included; not negative
 * @param output all tokens that were written, those of hidden reasoning included; not negative
 * @param cachedInput how many of {@code input} came from the provider's cache; from 0 to {@code input}
 */
public record Tokens(long input, long output, long cachedInput) {
    /** No tokens at all. */
    public static final Tokens NONE = new Tokens(0, 0, 0);

    /** Checks the ranges. */
    public Tokens {
        new Faults()
                .require(input >= 0, "input tokens", "not be negative", input, "pass what the provider counted")
                .require(output >= 0, "output tokens", "not be negative", output, "pass what the provider counted")
                .require(
                        cachedInput >= 0 && cachedInput <= input,
                        "cached input tokens",
                        "be from 0 to the input tokens",
                        cachedInput,
                        "count cached tokens as input too")
                .throwIfAny();
    }

    /** Returns tokens of which none came from a cache. */
    public static Tokens of(long input, long output) {
        return new Tokens(input, output, 0);
    }

    /** Returns input and output together. */
    public long total() {
        return Math.addExact(input, output);
    }

    /** Returns the sum of both. */
    public Tokens plus(Tokens other) {
        return new Tokens(
                Math.addExact(input, other.input),
                Math.addExact(output, other.output),
                Math.addExact(cachedInput, other.cachedInput));
    }
}
