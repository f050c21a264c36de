package io.github.activeia.agents.knowledge;

import io.github.activeia.agents.writing.WordList;
import io.github.activeia.core.Activity;
import io.github.activeia.core.PlainText;
import io.github.activeia.core.knowledge.Passage;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells whether a message is about the assignment that the student works on, by words alone: it has none of its own ("no sé cómo seguir
 * con el TP, ¿me orientás?"), or the assignment has at least half of those it has. Thread-safe.
 */
final class OnTheTable {
    private static final int SHORTEST = 2;
    private static final int STEM = 6;

    /** An infinitive whose object was named before: what to do "it" to is on the table. */
    private static final Pattern DOING_IT = Pattern.compile("\\p{L}+[aei]r(?:me|te|se|nos)?l[oa]s?");

    /** What names the work as such. */
    private final Set<String> work = WordList.words("work-words");

    /** What asks to be helped with it, and where one is. */
    private final Set<String> helping = WordList.words("helping-words");

    private final Set<String> stopWords =
            WordList.words("stopwords").stream().map(PlainText::fold).collect(Collectors.toUnmodifiableSet());

    /** Returns whether a message is about an activity, of whose assignment these are the passages. */
    boolean isAbout(String message, Activity activity, List<Passage> assignment) {
        Set<String> own = own(message, activity);
        if (own.isEmpty()) {
            return true;
        }
        Set<String> known =
                words(text(activity, assignment)).stream().map(OnTheTable::stem).collect(Collectors.toSet());
        long shared = own.stream().map(OnTheTable::stem).filter(known::contains).count();
        return 2 * shared >= own.size();
    }

    /** Returns whether a message names the work itself: "la consigna", "el TP", or the id of the activity. */
    boolean namesWork(String message, Activity activity) {
        Set<String> id = words(activity.id().value());
        return words(message).stream().anyMatch(word -> work.contains(word) || id.contains(word));
    }

    /** Returns the words of a message that say what it is about. */
    private Set<String> own(String message, Activity activity) {
        Set<String> id = words(activity.id().value());
        return words(message).stream()
                .filter(word -> word.length() >= SHORTEST && word.chars().anyMatch(Character::isLetter))
                .filter(word -> !stopWords.contains(word) && !work.contains(word) && !helping.contains(word))
                .filter(word -> !id.contains(word) && !DOING_IT.matcher(word).matches())
                .collect(Collectors.toSet());
    }

    private static String text(Activity activity, List<Passage> assignment) {
        return activity.title() + "\n" + activity.instructions() + "\n"
                + assignment.stream().map(Passage::text).collect(Collectors.joining("\n"));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(PlainText.fold(text).split("[^\\p{L}\\p{N}]+", -1))
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
