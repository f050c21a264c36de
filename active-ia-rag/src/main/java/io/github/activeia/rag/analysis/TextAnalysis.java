package io.github.activeia.rag.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Splits a text into terms. Case, accents and the marks of ¿questions? never matter; identifiers such as {@code lista.append} and
 * {@code mi_lista} are split at the dot and the underscore. Thread-safe; holds nothing that must be closed.
 */
public final class TextAnalysis {
    private final Analyzer analyzer;

    private TextAnalysis(Analyzer analyzer) {
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
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
        return terms;
    }

    /** Returns the Lucene analyzer behind this analysis. */
    public Analyzer analyzer() {
        return analyzer;
    }
}
