/** The lab: ingest, ask and measure from a shell. Start at {@code Lab}. */
@NullMarked
package io.github.activeia.samples.lab;

import org.jspecify.annotations.NullMarked;
