package io.github.activeia.agents.leak;

import io.github.activeia.core.knowledge.SolutionIndex.StoredSolution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The results that a student claims and that no stored solution near has: as wrong as rules can tell. A right intermediate result that the
 * solution does not write down is among them, so they may slow a student down, and are never said to be wrong.
 */
final class ClaimedResults {
    /** How far behind words such as "me dio" the result may stand, in characters. */
    private static final int REACH = 25;

    private static final Pattern CUE = Pattern.compile(
            "\\b(?:me (?:dio|da|salio|quedo)|obtuve|llegue a|el resultado (?:es|da|dio)|i got|i get|i end up with|the result is|it gives)\\b");

    private final Set<String> known;

    private ClaimedResults(Set<String> known) {
        this.known = known;
    }

    /** Returns whether a message announces a result, right or wrong. */
    static boolean announces(String message) {
        return CUE.matcher(Folded.fold(message)).find();
    }

    /** Returns the reader of claims beside some solutions and other texts, whose values are no wrong results. */
    static ClaimedResults beside(Collection<StoredSolution> solutions, Collection<String> given) {
        Set<String> known = new HashSet<>();
        solutions.forEach(solution -> known.addAll(Values.keys(solution.text())));
        if (!known.isEmpty()) {
            given.forEach(text -> known.addAll(Values.keys(text)));
        }
        return new ClaimedResults(known);
    }

    /** Returns the keys of the results that a message announces, such as "me dio 9/16", and that are not known; none without solutions. */
    Set<String> announced(String message) {
        Set<String> wrong = new HashSet<>();
        String folded = Folded.fold(message);
        Matcher cue = CUE.matcher(folded);
        while (!known.isEmpty() && cue.find()) {
            List<Value> said = Values.of(folded.substring(cue.end(), Math.min(folded.length(), cue.end() + REACH)));
            if (!said.isEmpty() && isWrong(said.get(0).key())) {
                wrong.add(said.get(0).key());
            }
        }
        return wrong;
    }

    /** Returns the keys of what messages announce or end with, and that is not known. */
    Set<String> claimed(Collection<String> messages) {
        Set<String> wrong = new HashSet<>();
        for (String message : messages) {
            wrong.addAll(announced(message));
            List<Value> values = new ArrayList<>(Values.of(message));
            values.removeIf(value -> !Values.hasDigit(message.substring(value.start(), value.end())));
            if (!known.isEmpty() && !values.isEmpty()) {
                String last = values.get(values.size() - 1).key();
                if (isWrong(last)) {
                    wrong.add(last);
                }
            }
        }
        return wrong;
    }

    /** A truth value is no result that could be told from others. */
    private boolean isWrong(String key) {
        boolean number = Character.isDigit(key.charAt(0));
        return number && !known.contains(key) && known.stream().noneMatch(one -> Implied.rounds(key, one));
    }
}
