package io.github.activeia.agents.writing;

import java.util.Locale;

/**
 * Estimates how many tokens a text costs a model: one for every 3 characters of Spanish and every 4 of English, rounded up. Tokenizers
 * differ; the estimate is meant to err on the long side for prose. Code and other alphabets can cost up to twice as much.
 */
public final class TokenEstimate {
    private static final int SPANISH = 3;
    private static final int ENGLISH = 4;

    private TokenEstimate() {}

    /** Returns the estimate for a text in a language. */
    public static int of(String text, Locale locale) {
        int perToken = perToken(locale);
        return (text.length() + perToken - 1) / perToken;
    }

    /** Returns how many characters fit into a number of tokens. */
    public static int characters(int tokens, Locale locale) {
        return tokens * perToken(locale);
    }

    private static int perToken(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : SPANISH;
    }
}
