package io.github.activeia.agents.knowledge;

import io.github.activeia.agents.writing.WordList;
import io.github.activeia.core.PlainText;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a message that say what it is about, and not that somebody asks, or wants to be helped with the work. Thread-safe. */
final class TellingWords {
    private static final int SHORTEST = 2;
    private static final int STEM = 6;

    /** An infinitive whose object was named before: what to do "it" to is on the table. */
    private static final Pattern DOING_IT = Pattern.compile("\\p{L}+[aei]r(?:me|te|se|nos)?l[oa]s?");

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** What names the work as such. */
    private final Set<String> work = WordList.words("work-words");

    /** What asks to be helped with it, and where one is. */
    private final Set<String> helping = WordList.words("helping-words");

    private final Set<String> stopWords =
            WordList.words("stopwords").stream().map(PlainText::fold).collect(Collectors.toUnmodifiableSet());

    /** Returns the stems of the telling words of a message. */
    Set<String> of(String message) {
        return of(message, "");
    }

    /** Returns the same, without the parts of an id. */
    Set<String> of(String message, String id) {
        Set<String> named = words(id);
        return words(message).stream()
                .filter(word -> word.length() >= SHORTEST && word.chars().anyMatch(Character::isLetter))
                .filter(word -> !stopWords.contains(word) && !work.contains(word) && !helping.contains(word))
                .filter(word -> !named.contains(word) && !DOING_IT.matcher(word).matches())
                .map(TellingWords::stem)
                .collect(Collectors.toSet());
    }

    /** Returns how many of some stems a text has. */
    long shared(Set<String> stems, String text) {
        Set<String> known = words(text).stream().map(TellingWords::stem).collect(Collectors.toSet());
        return stems.stream().filter(known::contains).count();
    }

    /** Returns whether a message names the work as such, or by its id. */
    boolean namesWork(String message, String id) {
        Set<String> named = words(id);
        return words(message).stream().anyMatch(word -> work.contains(word) || named.contains(word));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(BETWEEN.split(PlainText.fold(text), -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /** A rough one, so that "productos" meets "producto" and "dibujo" meets "dibujá". */
    private static String stem(String word) {
        String singular = word.endsWith("s") && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
        String bare = singular.length() > 4 ? singular.replaceFirst("[aeo]$", "") : singular;
        return bare.substring(0, Math.min(bare.length(), STEM));
    }
}
