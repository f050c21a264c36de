package io.github.activeia.agents.gatekeeper;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Guesses the language of a message from its most common words. */
final class LanguageGuess {
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

    /** Returns {@code es}, {@code es-AR} or {@code en}; the locale of the request, or else {@code es}, where the words do not tell. */
    Locale of(Words message, @Nullable Locale requested) {
        int spanish = 0;
        int english = 0;
        boolean vos = false;
        for (int i = 0; i < message.size(); i++) {
            Set<String> of = headings.getOrDefault(message.get(i).form(), Set.of());
            spanish += of.contains("es") ? 1 : 0;
            english += of.contains("en") ? 1 : 0;
            vos |= of.contains("voseo");
        }
        if (vos && spanish >= english) {
            return RIOPLATENSE;
        }
        if (spanish == english) {
            return requested == null ? SPANISH : requested;
        }
        if (english > spanish) {
            return Locale.ENGLISH;
        }
        return requested != null && requested.getLanguage().equals("es") ? requested : SPANISH;
    }
}
