package io.github.activeia.agents.gateway;

import io.github.activeia.agents.writing.WordList;
import io.github.activeia.core.PlainText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Messages that only greet, thank, take leave, tell of a success or ask who answers. They need no model, no material, and none of the
 * teacher's hints; and who only says "it came out" has shown no step yet, so that the reply asks for it. Thread-safe.
 */
final class Courtesy {
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MOST_WORDS = 10;
    private static final String AHEAD = "ahead";

    /** The kinds, the one that counts most first; each has a heading in the list and texts of its own. */
    private static final List<String> KINDS = List.of("who", AHEAD, "bye", "thanks", "greeting");

    private final List<Set<String>> phrases =
            KINDS.stream().map(kind -> WordList.section("courtesies", kind)).toList();
    private final Set<String> beside = words(WordList.section("courtesies", "beside"));

    private static Set<String> words(Set<String> lines) {
        return Set.copyOf(lines.stream()
                .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                .toList());
    }

    /** Returns which courtesy a message is, or nothing where it says anything else. */
    Optional<String> of(String message) {
        String bare = SIGNS.matcher(PlainText.fold(message)).replaceAll(" ").strip();
        if (bare.isEmpty() || bare.split(" ", -1).length > MOST_WORDS) {
            return Optional.empty();
        }
        String rest = " " + bare + " ";
        String found = null;
        for (int kind = KINDS.size() - 1; kind >= 0; kind--) {
            for (String phrase : phrases.get(kind)) {
                String without = rest.replace(" " + phrase + " ", " ");
                if (!without.equals(rest)) {
                    found = KINDS.get(kind);
                    rest = without;
                }
            }
        }
        boolean alone =
                Arrays.stream(rest.strip().split(" ", -1)).allMatch(word -> word.isEmpty() || beside.contains(word));
        boolean doubts = AHEAD.equals(found) && message.indexOf('?') >= 0;
        return alone && !doubts ? Optional.ofNullable(found) : Optional.empty();
    }
}
