package io.github.activeia.agents.leak;

import io.github.activeia.core.Activity;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.SolutionIndex;
import io.github.activeia.core.knowledge.SolutionIndex.StoredSolution;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether a student says that a result came out that the stored solutions do not have. It tells nobody which one they have: such a message
 * is no progress, and that is all. Thread-safe.
 */
public final class StatedResult {
    private static final int NEAREST = 3;

    /** How far behind such words the result may stand, in characters. */
    private static final int REACH = 25;

    private static final Pattern CUE = Pattern.compile(
            "\\b(?:me (?:dio|da|salio|quedo)|obtuve|llegue a|el resultado (?:es|da|dio)|i got|i get|i end up with|the result is|it gives)\\b");

    private final SolutionIndex solutions;

    /** Creates one over stored solutions. */
    public StatedResult(SolutionIndex solutions) {
        this.solutions = solutions;
    }

    /** Returns whether a message states a result that is none of the values of the solutions nearest to an activity, nor one of them rounded. */
    public boolean differs(String message, CourseId course, Activity activity) {
        String folded = Folded.fold(message);
        Matcher cue = CUE.matcher(folded);
        if (!cue.find()) {
            return false;
        }
        Set<String> known =
                solutions.nearest(course, activity.title() + "\n" + activity.instructions(), NEAREST).stream()
                        .map(StoredSolution::text)
                        .flatMap(text -> Values.keys(text).stream())
                        .collect(Collectors.toSet());
        if (known.isEmpty()) {
            return false;
        }
        do {
            List<Value> said = Values.of(folded.substring(cue.end(), Math.min(folded.length(), cue.end() + REACH)));
            if (!said.isEmpty() && !has(known, said.get(0).key())) {
                return true;
            }
        } while (cue.find());
        return false;
    }

    private static boolean has(Set<String> known, String key) {
        return known.contains(key) || known.stream().anyMatch(one -> Implied.rounds(key, one));
    }
}
