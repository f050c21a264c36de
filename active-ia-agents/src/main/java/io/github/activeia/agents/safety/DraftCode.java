package io.github.activeia.agents.safety;

import io.github.activeia.core.privacy.CodeSpans;

/** The code in a text. */
final class DraftCode {
    private DraftCode() {}

    /** Returns everything that is code, line by line. */
    static String allCode(String text) {
        CodeSpans spans = CodeSpans.of(text);
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (spans.covers(i)) {
                code.append(c);
            } else if (code.length() > 0 && code.charAt(code.length() - 1) != '\n') {
                code.append('\n');
            }
        }
        return code.toString();
    }

    /** Returns the code of a text, or the whole text if none stands out. */
    static String codeOrAll(String text) {
        String code = allCode(text);
        return code.isBlank() ? text : code;
    }
}
