package io.github.activeia.agents.writing;

import java.util.List;

/** Writes the reply to one question, with a model and without. The gateway decides which way, and checks what comes out. */
public interface Author {
    /** Returns what to ask a model; where the previous answer had faults, they are named. */
    Prompted prompt(List<String> faults);

    /** Returns the text that needs no model. */
    Composed compose();

    /** Returns a text that quotes nothing and gives nothing away, for when safety does not accept the others. */
    Composed plain();
}
