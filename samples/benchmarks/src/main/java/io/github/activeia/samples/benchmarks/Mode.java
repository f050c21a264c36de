package io.github.activeia.samples.benchmarks;

import java.util.Locale;

/** What a question is answered by. */
enum Mode {
    /** Words and meaning. */
    HYBRID,
    /** Meaning alone. */
    VECTOR;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
