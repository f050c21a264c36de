package io.github.activeia.agents.gatekeeper;

import io.github.activeia.core.privacy.CodeSpans;
import java.util.List;

/**
 * A text with all its words, those in code too, as everything that reads it sees them.
 *
 * @param text as it was typed or retrieved
 * @param words its words
 * @param hits the rules that fired on them
 * @param code which parts are code
 * @param quotes which parts are quotations
 */
record SeenText(String text, Words words, List<Hit> hits, CodeSpans code, List<Quotes.Span> quotes) {
    static SeenText of(String text, Lexicon lexicon) {
        CodeSpans code = CodeSpans.of(text);
        Words words = lexicon.read(text, code, true);
        return new SeenText(text, words, lexicon.match(words), code, Quotes.in(text));
    }

    /** Returns the same without the words in code. */
    SeenText prose(Lexicon lexicon) {
        if (code.characters() == 0) {
            return this;
        }
        Words prose = lexicon.read(text, code, false);
        return new SeenText(text, prose, lexicon.match(prose), code, quotes);
    }
}
