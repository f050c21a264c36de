package io.github.activeia.rag.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** A tokenizer and its filters, used again for each text: making them takes longer than reading a question. Not thread-safe. */
final class TermChain {
    private final Tokenizer tokens;
    private final TokenStream terms;

    TermChain(Tokenizer tokens, TokenStream terms) {
        this.tokens = tokens;
        this.terms = terms;
    }

    List<String> read(String text) {
        tokens.setReader(new StringReader(InnerPunctuation.spaced(text)));
        return read(terms);
    }

    /** Reads a stream to its end, and closes it. */
    static List<String> read(TokenStream terms) {
        List<String> read = new ArrayList<>();
        try (TokenStream stream = terms) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                read.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
        return read;
    }
}
