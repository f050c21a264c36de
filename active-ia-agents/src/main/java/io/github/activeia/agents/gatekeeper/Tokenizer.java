package io.github.activeia.agents.gatekeeper;

import io.github.activeia.core.privacy.CodeSpans;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Cuts a message into folded words that remember where they stood. One instance per message; time is linear in the text. */
final class Tokenizer {
    private final String text;
    private final Folding folding;
    private final CodeSpans code;
    private final List<RawToken> tokens = new ArrayList<>();
    private final BitSet questions = new BitSet();
    private final StringBuilder word = new StringBuilder();
    private int wordStart = -1;
    private int sentence;
    private boolean clauseStart = true;
    private boolean wordsInSentence;

    Tokenizer(String text, Folding folding, CodeSpans code) {
        this.text = text;
        this.folding = folding;
        this.code = code;
    }

    List<RawToken> tokens() {
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int width = Character.charCount(codePoint);
            step(codePoint, i, i + width);
            i += width;
        }
        endWord(text.length());
        return tokens;
    }

    /** Returns the numbers of the sentences that are questions. */
    BitSet questions() {
        return questions;
    }

    private void step(int codePoint, int at, int next) {
        String folded = folding.fold(codePoint);
        if (folded.isEmpty()) {
            return;
        }
        if (isWord(folded)) {
            wordStart = wordStart < 0 ? at : wordStart;
            append(folded);
        } else if (joins(folded.charAt(0), next)) {
            if (folded.charAt(0) != '\'') {
                word.append(folded);
            }
        } else {
            endWord(at);
            separate(codePoint, next);
        }
    }

    private static boolean isWord(String folded) {
        if (folded.length() == 1) {
            return Character.isLetterOrDigit(folded.charAt(0));
        }
        for (int i = 0; i < folded.length(); i += Character.charCount(folded.codePointAt(i))) {
            if (!Character.isLetterOrDigit(folded.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Appends, but keeps at most two equal letters in a row, so that "noooo" stays a word. */
    private void append(String folded) {
        int length = word.length();
        boolean third = folded.length() == 1
                && length >= 2
                && Character.isLetter(folded.charAt(0))
                && word.charAt(length - 1) == folded.charAt(0)
                && word.charAt(length - 2) == folded.charAt(0);
        if (!third) {
            word.append(folded);
        }
    }

    private boolean joins(char c, int next) {
        boolean inside = word.length() > 0 && next < text.length() && Character.isLetterOrDigit(text.codePointAt(next));
        return inside && (c == '\'' || c == '@' || c == '$');
    }

    private void endWord(int end) {
        if (word.length() == 0) {
            return;
        }
        tokens.add(new RawToken(word.toString(), wordStart, end, sentence, clauseStart, code.covers(wordStart)));
        word.setLength(0);
        wordStart = -1;
        clauseStart = false;
        wordsInSentence = true;
    }

    private void separate(int codePoint, int next) {
        switch (codePoint) {
            case '?' -> questions.set(sentence);
            case ',', '(', ')', '"', '«', '»', '“', '”', '\'', '‘', '’', '-', '–', '—' -> clauseStart = true;
            default -> {}
        }
        if (endsSentence(codePoint, next) && wordsInSentence) {
            sentence++;
            clauseStart = true;
            wordsInSentence = false;
        }
        if (codePoint == '¿') {
            questions.set(sentence);
        }
    }

    private boolean endsSentence(int codePoint, int next) {
        return switch (codePoint) {
            case '!', '?', ';', ':', '\n', '¿', '¡', '…' -> true;
            case '.' -> next >= text.length() || !Character.isLetterOrDigit(text.codePointAt(next));
            default -> false;
        };
    }
}
