package io.github.activeia.agents.gatekeeper;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Guesses the language of a message from its most common words. */
final class LanguageGuess {
    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final Locale RIOPLATENSE = Locale.forLanguageTag("es-AR");

    private final Map<String, Set<String>> words = new HashMap<>();
    private final Set<String> voseo;

    LanguageGuess(LexiconFile file) {
        for (LexiconFile.Line line : file.lines()) {
            words.computeIfAbsent(line.heading(), h -> new HashSet<>())
                    .addAll(List.of(line.text().split("\\s+", -1)));
        }
        voseo = words.getOrDefault("voseo", Set.of());
    }

    /** Returns {@code es}, {@code es-AR} or {@code en}; the locale of the request, or else {@code es}, where the words do not tell. */
    Locale of(Words message, @Nullable Locale requested) {
        int spanish = count(message, words.getOrDefault("es", Set.of()));
        int english = count(message, words.getOrDefault("en", Set.of()));
        boolean vos = count(message, voseo) > 0;
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

    private static int count(Words message, Set<String> common) {
        int count = 0;
        for (int i = 0; i < message.size(); i++) {
            count += common.contains(message.get(i).form()) ? 1 : 0;
        }
        return count;
    }
}
