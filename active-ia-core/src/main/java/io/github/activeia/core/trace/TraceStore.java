package io.github.activeia.core.trace;

/** Where traces go. Implementations are thread-safe; a failure to write is logged and never costs the student the reply. */
@FunctionalInterface
public interface TraceStore {
    /** Appends a trace. */
    void append(CognitiveTrace trace);

    /** Returns a store that keeps nothing. */
    static TraceStore none() {
        return trace -> {};
    }
}
