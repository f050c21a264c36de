package io.github.activeia.agents.writing;

import java.util.Map;

/**
 * A text that was made without a model.
 *
 * @param text with citation markers such as {@code [1]}
 * @param templates which slots it was made of, for the trace
 * @param quotes the words quoted from each passage, by the number of its marker
 */
public record Composed(String text, String templates, Map<Integer, String> quotes) {
    /** Copies the map. */
    public Composed {
        quotes = Map.copyOf(quotes);
    }
}
