package io.github.activeia.agents.leak;

/**
 * Which codes a text could hold, by the longest runs of their signs: one quick look, so that hardly any text is searched for them.
 *
 * @param base64 whether base64
 * @param hex whether hexadecimal
 * @param bits whether bits
 */
record CodeRuns(boolean base64, boolean hex, boolean bits) {
    private static final int LETTERS = 20;
    private static final int HEX_DIGITS = 24;
    private static final int BITS = 40;

    static CodeRuns of(String text) {
        int letters = 0;
        int mostLetters = 0;
        int digits = 0;
        int mostDigits = 0;
        int bits = 0;
        int mostBits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || (c >= '\t' && c <= '\r');
            boolean word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            letters = word || c == '+' || c == '/' || c == '_' || c == '-' ? letters + 1 : 0;
            boolean digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            boolean between = blank || c == ',' || c == ':' || c == 'x' || c == '\\';
            digits = digit ? digits + 1 : between ? digits : 0;
            bits = c == '0' || c == '1' ? bits + 1 : blank ? bits : 0;
            mostLetters = Math.max(mostLetters, letters);
            mostDigits = Math.max(mostDigits, digits);
            mostBits = Math.max(mostBits, bits);
        }
        return new CodeRuns(mostLetters >= LETTERS, mostDigits >= HEX_DIGITS, mostBits >= BITS);
    }
}
