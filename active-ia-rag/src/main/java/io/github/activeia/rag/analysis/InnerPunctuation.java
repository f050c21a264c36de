package io.github.activeia.rag.analysis;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;

/** Puts a space for each dot and underscore between two letters, so that parts of identifiers are words. Nothing changes its place. */
final class InnerPunctuation extends CharFilter {
    private final StringBuilder text = new StringBuilder();
    private int next = -1;

    InnerPunctuation(Reader input) {
        super(input);
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        if (next < 0) {
            load();
        }
        int read = Math.min(length, text.length() - next);
        if (read <= 0) {
            return -1;
        }
        text.getChars(next, next + read, target, from);
        next += read;
        return read;
    }

    @Override
    protected int correct(int offset) {
        return offset;
    }

    private void load() throws IOException {
        char[] buffer = new char[4096];
        for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
            text.append(buffer, 0, read);
        }
        next = 0;
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if ((c == '.' || c == '_') && isBetweenLetters(i)) {
                text.setCharAt(i, ' ');
            }
        }
    }

    /** What stands before was never changed: it is a letter or it is not. */
    private boolean isBetweenLetters(int place) {
        return Character.isLetter(Character.codePointBefore(text, place))
                && Character.isLetter(Character.codePointAt(text, place + 1));
    }
}
