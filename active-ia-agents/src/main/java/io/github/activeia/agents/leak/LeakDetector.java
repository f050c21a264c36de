package io.github.activeia.agents.leak;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.activeia.core.Activity;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.knowledge.SolutionIndex;
import io.github.activeia.core.knowledge.SolutionIndex.StoredSolution;
import java.util.BitSet;
import java.util.List;

/**
 * Says how much of a solution a text gives away, without a model: it compares values, formulas, words, code and steps with the stored
 * solutions, leaves out what the student has already, and looks for signs that need no solution, such as a finished result, a recipe, or a
 * text in a code. The kinds of evidence are weighed by a logistic regression. Thread-safe and deterministic, as far as the index is.
 *
 * <pre>{@code
 * LeakDetector detector = LeakDetector.of(solutions);
 * LeakWatch watch = detector.watch(exchange, HelpLevel.CONCEPT, CoursePolicy.intermediate());
 * watch.read("La respuesta es 42.").verdict();
 * }</pre>
 */
public final class LeakDetector {
    private static final int NEAREST = 5;
    private static final int KEPT = 256;

    /** A solution beside a text of the course is a few hundred bytes. */
    private static final int PAIRS = 4_096;

    private final SolutionIndex solutions;
    private final LeakWords words = LeakWords.load();
    private final LeakWeights weights = LeakWeights.load();
    private final MannerWeights manner = MannerWeights.load();
    private final Cache<String, SolutionText> read =
            Caffeine.newBuilder().maximumSize(KEPT).executor(Runnable::run).build();
    private final Cache<String, KnownText> known =
            Caffeine.newBuilder().maximumSize(KEPT).executor(Runnable::run).build();
    private final Cache<Pair, BitSet> shared =
            Caffeine.newBuilder().maximumSize(PAIRS).executor(Runnable::run).build();

    /** Both are equal to themselves alone. */
    private record Pair(SolutionTerms solution, KnownText text) {}

    private LeakDetector(SolutionIndex solutions) {
        this.solutions = solutions;
    }

    /** Returns a detector that knows the stored solutions. Loads word lists: keep the instance. */
    public static LeakDetector of(SolutionIndex solutions) {
        return new LeakDetector(solutions);
    }

    /** Begins to watch one reply. */
    public LeakWatch watch(Exchange exchange, HelpLevel level, CoursePolicy policy) {
        return new LeakWatch(this, exchange, level, policy.allowCodeSnippets());
    }

    LeakWords words() {
        return words;
    }

    LeakWeights weights() {
        return weights;
    }

    MannerWeights manner() {
        return manner;
    }

    /** Returns the solutions that are nearest to an activity. */
    List<StoredSolution> nearest(CourseId course, Activity activity) {
        return solutions.nearest(course, activity.title() + "\n" + activity.instructions(), NEAREST);
    }

    /** Returns the solutions that are nearest to a text. */
    List<StoredSolution> nearest(CourseId course, String text) {
        return solutions.nearest(course, text, NEAREST);
    }

    /** Reads a text of the course, once for many replies. */
    KnownText known(String text) {
        return known.get(text, one -> KnownText.of(one, words));
    }

    /** Returns the numbers of what a solution shares with a text of the course, which may not be changed. */
    BitSet shared(SolutionTerms solution, KnownText text) {
        return shared.get(new Pair(solution, text), pair -> solution.sharedWith(text));
    }

    SolutionText read(StoredSolution solution) {
        return read.get(solution.text(), text -> SolutionText.of(text, words));
    }
}
