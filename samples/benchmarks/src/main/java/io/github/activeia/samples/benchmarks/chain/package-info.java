/**
 * Measures the chain of language models beside the bare clients of langchain4j: what becomes of every fault, what a thousand
 * streams come to while a provider flaps, and what the chain costs when nothing is wrong. Start at {@code Chain}; example:
 *
 * <pre>{@code
 * samples/benchmarks/bench chain --quick --out /tmp/chain.md
 * }</pre>
 *
 * <p>The providers are servers in this very process, so their work counts in every figure.
 */
@NullMarked
package io.github.activeia.samples.benchmarks.chain;

import org.jspecify.annotations.NullMarked;
