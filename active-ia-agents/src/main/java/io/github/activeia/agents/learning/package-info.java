/**
 * A small text classifier that is fitted to examples in a few seconds, is kept in a file, and says which features decided.
 * {@link io.github.activeia.agents.learning.LinearClassifier} is fitted to {@link io.github.activeia.agents.learning.Features} with
 * labels, and kept by {@link io.github.activeia.agents.learning.LinearModelFile}.
 * {@link io.github.activeia.agents.learning.SupportVectorFit} and {@link io.github.activeia.agents.learning.NonNegativeRegression} fit
 * the weights of two classes of rows.
 *
 * <pre>{@code
 * Features features = new Features();
 * features.add("word:haceme", 1.0);
 * LinearClassifier classifier = LinearClassifier.fit(examples, 5, Fitting.defaults());
 * double[] probabilities = classifier.probabilities(features);
 * }</pre>
 *
 * <p>The same examples give the same classifier, on every machine.
 */
@NullMarked
package io.github.activeia.agents.learning;

import org.jspecify.annotations.NullMarked;
