package io.github.activeia.rag.parsing;

import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.Hint;
import io.github.activeia.core.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hints as teachers write them into front matter: a list of {@code nivel} and {@code texto}, or {@code level} and {@code text}. */
final class HintList {
    private static final int MOST = 50;

    private HintList() {}

    /**
     * Reads the entry {@code pistas} or {@code hints}; without one there are no hints.
     *
     * @throws InvalidValueException if the entry is anything else than a list of hints
     */
    static List<Hint> of(Map<String, Object> frontMatter) {
        Object written = entry(frontMatter, "pistas", "hints");
        if (written == null) {
            return List.of();
        }
        if (!(written instanceof List<?> list) || list.size() > MOST) {
            throw wrong(
                    "be a list of at most " + MOST + " hints",
                    written instanceof List<?> list ? list.size() + " hints" : "no list");
        }
        List<Hint> hints = new ArrayList<>();
        for (Object each : list) {
            hints.add(hint(each));
        }
        return hints;
    }

    private static Hint hint(Object written) {
        if (!(written instanceof Map<?, ?> map)) {
            throw wrong("have a level and a text each", "something else");
        }
        Object level = entry(map, "nivel", "level");
        Object text = entry(map, "texto", "text");
        if (level == null || text == null) {
            throw wrong("have a level and a text each", "one without a " + (level == null ? "level" : "text"));
        }
        return new Hint(level(level), text.toString().strip());
    }

    /** The number of a level, its Spanish word or its English one. */
    private static HelpLevel level(Object written) {
        if (written instanceof Integer number) {
            return HelpLevel.of(number);
        }
        String word = written.toString().strip().toLowerCase(Locale.ROOT);
        for (HelpLevel level : HelpLevel.values()) {
            if (word.equals(level.value()) || word.equals(level.name().toLowerCase(Locale.ROOT))) {
                return level;
            }
        }
        throw wrong(
                "have a level from 1 to 4, or muy_abstracto, conceptual, mas_concreto or especifico",
                "one with another level");
    }

    private static @Nullable Object entry(Map<?, ?> mapping, String spanish, String english) {
        for (Map.Entry<?, ?> entry : mapping.entrySet()) {
            String key = String.valueOf(entry.getKey()).strip().toLowerCase(Locale.ROOT);
            if (key.equals(spanish) || key.equals(english)) {
                return entry.getValue();
            }
        }
        return null;
    }

    private static InvalidValueException wrong(String rule, String found) {
        return new InvalidValueException("hints", rule, found, "write - {nivel: 1, texto: \"…\"} on each line");
    }
}
