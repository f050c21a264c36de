package io.github.activeia.rag.chunking;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Divides prose into sentences; a sentence keeps the space after it, so that joining them gives the text again. */
final class Sentences {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "dr", "dra", "sr", "sra", "srta", "ing", "lic", "prof", "profa", "arq", "ud", "uds", "mg", "mtr", "av",
            "art", "cap", "fig", "pág", "pag", "págs", "núm", "num", "nro", "vol", "ed", "eds", "ej", "etc", "aprox",
            "máx", "mín", "p", "pp", "vs", "cf", "mr", "mrs", "ms", "st", "no", "eq", "sec", "e.g", "i.e", "p.ej",
            "ec");

    private Sentences() {}

    static List<String> of(String text, Locale locale) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(locale);
        breaks.setText(text);
        List<String> sentences = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (!endsWithAbbreviation(text.substring(start, end)) || end == text.length()) {
                sentences.add(text.substring(start, end));
                start = end;
            }
        }
        return sentences;
    }

    private static boolean endsWithAbbreviation(String sentence) {
        String stripped = sentence.stripTrailing();
        if (!stripped.endsWith(".")) {
            return false;
        }
        String word = stripped.substring(0, stripped.length() - 1);
        int from = word.length();
        while (from > 0 && (Character.isLetter(word.charAt(from - 1)) || word.charAt(from - 1) == '.')) {
            from--;
        }
        String last = word.substring(from);
        boolean initial = last.length() == 1 && Character.isUpperCase(last.charAt(0));
        return initial || ABBREVIATIONS.contains(last.toLowerCase(Locale.ROOT));
    }
}
