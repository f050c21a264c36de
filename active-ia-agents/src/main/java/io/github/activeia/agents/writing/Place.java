package io.github.activeia.agents.writing;

import io.github.activeia.core.PlainText;
import io.github.activeia.core.knowledge.Passage;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says where a passage stands, as a teacher would: title, unit and, where it says something, the heading. Thread-safe. */
public final class Place {
    private static final Pattern NUMBERED_UNIT = Pattern.compile("(?iU)(?:unidad|unit|u)?[\\s_-]*0*(\\d{1,3})");
    private static final Pattern NUMBERING = Pattern.compile("^(?:\\d+[.)]?)+\\s+");

    private final Texts texts = Texts.named("place");
    private final Set<String> generic = WordList.lines("generic-headings");

    /** Returns title and unit: {@code *Ordenamiento por inserción* (Unidad 3)}. */
    public String of(Passage passage, Locale locale) {
        String unit = passage.document().unit();
        String slot = unit == null || unit.isBlank() ? "place.bare" : "place.unit";
        return texts.phrase(slot, locale, Variation.first())
                .with("title", plain(passage.document().title()))
                .with("unit", unit == null ? "" : unit(unit, locale))
                .text();
    }

    /** Returns the heading of a passage if it says more than the title, or null. */
    public @Nullable String topic(Passage passage) {
        String section = passage.section();
        if (section == null) {
            return null;
        }
        String heading = plain(NUMBERING.matcher(section).replaceFirst(""));
        boolean says = !heading.isEmpty()
                && !generic.contains(fold(heading))
                && !fold(heading).equals(fold(passage.document().title()));
        return says ? heading : null;
    }

    private String unit(String unit, Locale locale) {
        Matcher numbered = NUMBERED_UNIT.matcher(unit.strip());
        if (numbered.matches()) {
            return texts.phrase("unit.numbered", locale, Variation.first())
                    .with("number", numbered.group(1))
                    .text();
        }
        return plain(unit.replace('_', ' ').replaceAll("(?<=\\p{L})-(?=\\p{L})", " "));
    }

    /** Emphasis within emphasis would not be shown. */
    private static String plain(String title) {
        return title.replaceAll("[*_]{1,3}(?=\\S)|(?<=\\S)[*_]{1,3}(?=\\s|$)", "")
                .strip();
    }

    private static String fold(String text) {
        return PlainText.fold(text).replaceAll("[^\\p{L}\\p{N} ]", "").strip();
    }
}
