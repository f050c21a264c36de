package io.github.activeia.agents.writing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The languages of the bundles, and which of them a student gets. */
public final class Languages {
    /** Spanish that addresses with tú. */
    public static final Locale NEUTRAL = Locale.forLanguageTag("es");

    /** Spanish that addresses with vos. */
    public static final Locale VOSEO = Locale.forLanguageTag("es-AR");

    /** English. */
    public static final Locale ENGLISH = Locale.ENGLISH;

    private static final Set<String> VOSEO_COUNTRIES = Set.of("AR", "UY", "PY");

    private Languages() {}

    /** Returns all of them. */
    public static List<Locale> all() {
        return List.of(NEUTRAL, VOSEO, ENGLISH);
    }

    /** Returns the bundle for a locale: English for {@code en}, voseo where it is spoken, otherwise neutral Spanish. */
    public static Locale of(Locale locale) {
        if (locale.getLanguage().equals("en")) {
            return ENGLISH;
        }
        return VOSEO_COUNTRIES.contains(locale.getCountry()) ? VOSEO : NEUTRAL;
    }

    /** Returns the bundle for a student's screen, or for the default where the screen has no language that is spoken here. */
    public static Locale screen(@Nullable Locale screen, Locale fallback) {
        boolean spoken = screen != null
                && all().stream().anyMatch(known -> known.getLanguage().equals(screen.getLanguage()));
        return of(spoken && screen != null ? screen : fallback);
    }

    /**
     * Returns the language of a reply: that of the message; where the message does not show how it addresses, the country of
     * the screen or, without one, of the default decides.
     */
    public static Locale of(Locale message, @Nullable Locale screen, Locale fallback) {
        Locale base = screen == null ? fallback : screen;
        boolean sameLanguage = message.getLanguage().equals(base.getLanguage());
        return of(message.getCountry().isEmpty() && sameLanguage ? base : message);
    }
}
