package io.github.activeia.rag.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Splits a text into terms. Case, accents and the marks of ¿questions? never matter; identifiers such as {@code lista.append} and
 * {@code mi_lista} are split at the dot and the underscore. Thread-safe; holds nothing that must be closed.
 */
public final class TextAnalysis {
    private final FoldingAnalyzer analyzer;

    /** As many as texts were ever read at once. */
    private final Queue<TermChain> idle = new ConcurrentLinkedQueue<>();

    private TextAnalysis(FoldingAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /**
     * Returns the analysis for a language: stop words removed and words reduced to their stem for {@code es} and {@code en}, words as
     * they are for any other.
     *
     * @param language ISO 639-1
     */
    public static TextAnalysis of(String language) {
        return new TextAnalysis(
                switch (language.toLowerCase(Locale.ROOT)) {
                    case "es" -> FoldingAnalyzer.spanish();
                    case "en" -> FoldingAnalyzer.english();
                    default -> FoldingAnalyzer.plain();
                });
    }

    /** Returns the analysis that keeps every word whole, stop words included. */
    public static TextAnalysis words() {
        return new TextAnalysis(FoldingAnalyzer.plain());
    }

    /** Returns the terms of a text, in order, repetitions included. */
    public List<String> terms(String text) {
        TermChain chain = idle.poll();
        chain = chain == null ? analyzer.chain() : chain;
        List<String> terms = chain.read(text);
        idle.add(chain);
        return terms;
    }

    /**
     * Returns the terms of a word that {@link #words()} gave: the same as in a text, without splitting it again.
     *
     * @return empty for a stop word
     */
    public List<String> termsOfWord(String word) {
        return TermChain.read(analyzer.ofFolded(new OneWord(word)));
    }

    /** Returns the Lucene analyzer behind this analysis. */
    public Analyzer analyzer() {
        return analyzer;
    }

    /** A stream of one word. */
    private static final class OneWord extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final String word;
        private boolean read;

        OneWord(String word) {
            this.word = word;
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            term.append(word);
            boolean first = !read;
            read = true;
            return first;
        }
    }
}
