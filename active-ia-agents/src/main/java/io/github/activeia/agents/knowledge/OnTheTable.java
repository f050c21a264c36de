package io.github.activeia.agents.knowledge;

import io.github.activeia.core.Activity;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells whether a message is about the assignment that the student works on, by words alone: it has none of its own ("no sé cómo seguir
 * con el TP, ¿me orientás?"), or the assignment has at least half of those it has. Thread-safe.
 */
final class OnTheTable {
    private final TellingWords words = new TellingWords();

    /** Returns whether a message is about an activity, of whose assignment these are the passages. */
    boolean isAbout(String message, Activity activity, List<Passage> assignment) {
        Set<String> own = words.of(message, activity.id().value());
        return own.isEmpty() || 2 * words.shared(own, text(activity, assignment)) >= own.size();
    }

    /** Returns whether a message names the work itself: "la consigna", "el TP", or the id of the activity. */
    boolean namesWork(String message, Activity activity) {
        return words.namesWork(message, activity.id().value());
    }

    private static String text(Activity activity, List<Passage> assignment) {
        return activity.title() + "\n" + activity.instructions() + "\n"
                + assignment.stream().map(Passage::text).collect(Collectors.joining("\n"));
    }
}
