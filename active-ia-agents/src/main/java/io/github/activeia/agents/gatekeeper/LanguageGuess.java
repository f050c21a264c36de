package io.github.activeia.agents.gatekeeper;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Guesses the language of a message from its most common words. */
final class LanguageGuess {
    /** One word, such as "help" or "hola", is no message in a language. */
    private static final int LEAD = 2;

    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final Locale RIOPLATENSE = Locale.forLanguageTag("es-AR");

    private final Map<String, Set<String>> headings = new HashMap<>();

    LanguageGuess(LexiconFile file) {
        for (LexiconFile.Line line : file.lines()) {
            for (String word : line.text().split("\\s+", -1)) {
                headings.computeIfAbsent(word, w -> new HashSet<>()).add(line.heading());
            }
        }
    }

    /**
     * Returns {@code es}, {@code es-AR} or {@code en}. The language of the request stands unless the words of the other lead by
     * {@value #LEAD}, a word that tells, and is not alone, counting as two; where the request has none, the more words decide, and Spanish where they do not tell.
     */
    Locale of(Words message, @Nullable Locale requested) {
        int spanish = 0;
        int english = 0;
        boolean vos = false;
        for (int i = 0; i < message.size(); i++) {
            Set<String> of = headings.getOrDefault(message.get(i).form(), Set.of());
            boolean addressed = of.contains("voseo");
            spanish += addressed || of.contains("es") ? 1 : 0;
            english += (of.contains("en") ? 1 : 0) + (message.size() > 1 && of.contains("telling") ? 1 : 0);
            vos |= addressed;
        }
        if (isEnglish(english - spanish, requested)) {
            return Locale.ENGLISH;
        }
        if (vos) {
            return RIOPLATENSE;
        }
        return requested != null && requested.getLanguage().equals("es") ? requested : SPANISH;
    }

    private static boolean isEnglish(int lead, @Nullable Locale requested) {
        if (requested == null) {
            return lead > 0;
        }
        return requested.getLanguage().equals("en") ? lead > -LEAD : lead >= LEAD;
    }
}
