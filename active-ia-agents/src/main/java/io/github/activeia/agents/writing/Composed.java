package io.github.activeia.agents.writing;

import java.util.Map;

/**
 * A text that was made without a model.
 *
 * @param text with citation markers such as {@code [1]}
 * @param templates which slots it was made of, for the trace
 * @param cited the words quoted from each passage it refers to, by the number of its marker; empty where it only points there
 */
public record Composed(String text, String templates, Map<Integer, String> cited) {
    /** Copies the map. */
    public Composed {
        cited = Map.copyOf(cited);
    }
}
