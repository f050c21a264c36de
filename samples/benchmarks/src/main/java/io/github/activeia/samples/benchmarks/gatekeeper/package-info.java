/** What it costs to read a message, with and without embeddings, from one sentence to a megabyte. */
@NullMarked
package io.github.activeia.samples.benchmarks.gatekeeper;

import org.jspecify.annotations.NullMarked;
