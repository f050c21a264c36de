package io.github.activeia.agents.gateway;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the question that a text ends with, so that the next message can be read as its answer. */
final class LastQuestion {
    private static final int LONGEST = 300;
    private static final Pattern SPANISH = Pattern.compile("¿[^¿?]{2," + LONGEST + "}\\?");
    private static final Pattern ENGLISH = Pattern.compile("(?:^|(?<=[.!?:\\n]\\s?))[^.!?:\\n¿]{2," + LONGEST + "}\\?");

    private LastQuestion() {}

    static @Nullable String in(String text) {
        String spanish = last(SPANISH.matcher(text));
        return spanish != null ? spanish : last(ENGLISH.matcher(text));
    }

    private static @Nullable String last(Matcher matcher) {
        String found = null;
        while (matcher.find()) {
            found = matcher.group().strip();
        }
        return found;
    }
}
