package io.github.activeia.rag.analysis;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;

/** Puts a space for each dot and underscore between two letters, so that parts of identifiers are words. Nothing changes its place. */
final class InnerPunctuation extends CharFilter {
    private String text = "";
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
        StringBuilder read = new StringBuilder();
        char[] buffer = new char[1024];
        for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
            read.append(buffer, 0, count);
        }
        text = spaced(read.toString());
        next = 0;
    }

    /** Returns the text with the spaces. */
    static String spaced(String text) {
        StringBuilder spaced = null;
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if ((c == '.' || c == '_') && isBetweenLetters(text, i)) {
                spaced = spaced == null ? new StringBuilder(text) : spaced;
                spaced.setCharAt(i, ' ');
            }
        }
        return spaced == null ? text : spaced.toString();
    }

    private static boolean isBetweenLetters(String text, int place) {
        return Character.isLetter(Character.codePointBefore(text, place))
                && Character.isLetter(Character.codePointAt(text, place + 1));
    }
}
