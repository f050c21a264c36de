/** What the gateway costs beside its model and its store: one question, many at once, and each sentence of a reply that is streamed. */
@NullMarked
package io.github.activeia.samples.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
