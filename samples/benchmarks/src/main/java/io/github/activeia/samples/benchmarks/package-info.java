/**
 * Measures the knowledge store of this library beside those of others: the same server, the same vectors, the same questions.
 * Start at {@code Bench}; {@code OurStore} says which store of ours takes part. Example:
 *
 * <pre>{@code
 * samples/benchmarks/bench run --corpus ../shared/data/retrieval/openstax-fisica --quick
 * samples/benchmarks/bench chain --quick
 * }</pre>
 *
 * <p>The chain of language models is measured in {@code .chain}.
 *
 * <p>Every contender drops and creates a schema of its own, named {@code bench_…}: give it a database that holds nothing else.
 */
@NullMarked
package io.github.activeia.samples.benchmarks;

import org.jspecify.annotations.NullMarked;
