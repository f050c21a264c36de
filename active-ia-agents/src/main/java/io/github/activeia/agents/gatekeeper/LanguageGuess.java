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
        long spanish = count(message, "es");
        long english = count(message, "en");
        boolean vos = message.tokens().stream().anyMatch(t -> voseo.contains(t.form()));
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

    private long count(Words message, String language) {
        Set<String> common = words.getOrDefault(language, Set.of());
        return message.tokens().stream().filter(t -> common.contains(t.form())).count();
    }
}
