package io.github.activeia.rag.parsing;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells fonts for code by their names. */
final class Typeface {
    private static final List<String> CODE =
            List.of("courier", "mono", "consol", "typewriter", "cmtt", "menlo", "code");

    private Typeface() {}

    static boolean isForCode(@Nullable String name) {
        String folded = name == null ? "" : name.toLowerCase(Locale.ROOT);
        return CODE.stream().anyMatch(folded::contains);
    }
}
