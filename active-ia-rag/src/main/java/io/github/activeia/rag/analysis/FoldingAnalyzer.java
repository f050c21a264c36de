package io.github.activeia.rag.analysis;

import java.io.Reader;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.jspecify.annotations.Nullable;

/** Folds case and accents before anything else, so that stop words and stems are the same with and without them. */
final class FoldingAnalyzer extends Analyzer {
    private final UnaryOperator<TokenStream> language;

    private FoldingAnalyzer(UnaryOperator<TokenStream> language) {
        super(new NoReuse());
        this.language = language;
    }

    static FoldingAnalyzer spanish() {
        CharArraySet stopWords = fold(SpanishAnalyzer.getDefaultStopSet());
        return new FoldingAnalyzer(folded -> new SpanishLightStemFilter(new StopFilter(folded, stopWords)));
    }

    static FoldingAnalyzer english() {
        CharArraySet stopWords = EnglishAnalyzer.getDefaultStopSet();
        return new FoldingAnalyzer(
                folded -> new PorterStemFilter(new StopFilter(new EnglishPossessiveFilter(folded), stopWords)));
    }

    static FoldingAnalyzer plain() {
        return new FoldingAnalyzer(folded -> folded);
    }

    @Override
    protected Reader initReader(String fieldName, Reader reader) {
        return new InnerPunctuation(reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer tokens = new StandardTokenizer();
        return new TokenStreamComponents(tokens, language.apply(folded(tokens)));
    }

    private static TokenStream folded(Tokenizer tokens) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(tokens));
    }

    /** Returns a chain that reads one text after another. */
    TermChain chain() {
        Tokenizer tokens = new StandardTokenizer();
        return new TermChain(tokens, language.apply(folded(tokens)));
    }

    /** Returns what the language makes of words that are folded already. */
    TokenStream ofFolded(TokenStream folded) {
        return language.apply(folded);
    }

    private static CharArraySet fold(CharArraySet words) {
        CharArraySet folded = new CharArraySet(words.size(), false);
        for (Object word : words) {
            char[] letters = (char[]) word;
            char[] ascii = new char[letters.length * 4];
            int length = ASCIIFoldingFilter.foldToASCII(letters, 0, ascii, 0, letters.length);
            folded.add(String.valueOf(ascii, 0, length));
        }
        return folded;
    }

    /** Lucene would keep components per thread, which someone would have to undo. */
    private static final class NoReuse extends ReuseStrategy {
        @Override
        public @Nullable TokenStreamComponents getReusableComponents(Analyzer analyzer, String fieldName) {
            return null;
        }

        @Override
        public void setReusableComponents(Analyzer analyzer, String fieldName, TokenStreamComponents components) {}
    }
}
