package io.github.activeia.rag.chunking;

/**
 * Estimates how many tokens a text has for an embedding model, on the high side: over Spanish course material it is within -3 % and
 * +28 % of e5's own tokenizer for prose, and within -13 % and +51 % for code (2nd and 98th percentile of 3,206 paragraphs).
 */
final class TokenEstimate {
    private static final double LETTERS_PER_TOKEN = 2.9;

    private TokenEstimate() {}

    static int of(CharSequence text) {
        double tokens = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (Character.isLetter(c)) {
                end = run(text, at, true);
                tokens += end - at <= 3 ? 1 : (end - at) / LETTERS_PER_TOKEN + 0.3;
            } else if (Character.isDigit(c)) {
                end = run(text, at, false);
                tokens += Math.ceil((end - at) / 3.0);
            } else if (!Character.isWhitespace(c)) {
                tokens++;
            }
            at = end;
        }
        return (int) Math.ceil(tokens);
    }

    private static int run(CharSequence text, int from, boolean letters) {
        int at = from;
        while (at < text.length()
                && (letters ? Character.isLetter(text.charAt(at)) : Character.isDigit(text.charAt(at)))) {
            at++;
        }
        return at;
    }
}
