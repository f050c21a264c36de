package io.github.activeia.agents.scaffolding;

import io.github.activeia.core.Difficulty;
import io.github.activeia.core.InvalidValueException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a student has come with a topic: an estimate, never a grade.
 *
 * <p>Knowledge tracing gives one probability and no interval. How far to trust it is told by a rule of thumb: the probability
 * {@code p} after {@code n} observations is taken for the mean of a Beta distribution that is worth {@code n + 2} observations, two of
 * them for the uniform prior. Its standard deviation is {@code sqrt(p (1 - p) / (n + 3))}, and {@code p} plus and minus 1.645 of
 * them, within 0 and 1, is called its 90 % interval. It narrows as evidence grows; it is not calibrated, and knows nothing of wrong
 * parameters.
 *
 * @param mastery how likely the topic is mastered, 0 to 1, by {@link KnowledgeTracing}
 * @param successes how many solved steps were observed
 * @param failures how many failed attempts were observed
 */
public record TopicProgress(double mastery, int successes, int failures) {
    /** From which mastery on it is high: the criterion of Corbett and Anderson (1995). */
    public static final double HIGH = 0.95;

    /** Below which mastery it is low. */
    public static final double LOW = 0.5;

    /** Up to which standard deviation it is certain. */
    public static final double CERTAIN = 0.1;

    /** How many observations it takes before a low or a high mastery counts for anything. */
    public static final int ENOUGH = 3;

    private static final double NINETY_PERCENT = 1.645;

    /** Checks the ranges. */
    public TopicProgress {
        if (!(mastery >= 0 && mastery <= 1)) {
            throw new InvalidValueException("mastery", "be from 0 to 1", mastery, "pass a probability");
        }
        if (successes < 0 || failures < 0) {
            throw new InvalidValueException(
                    "observations", "not be negative", Math.min(successes, failures), "count from 0");
        }
    }

    /** Returns the progress before anything is observed. */
    public static TopicProgress fresh(KnowledgeTracing tracing) {
        return new TopicProgress(tracing.known(), 0, 0);
    }

    /** Returns the progress after one more observation. */
    public TopicProgress observed(AttemptOutcome outcome, KnowledgeTracing tracing) {
        boolean success = outcome == AttemptOutcome.SOLVED_STEP;
        double after = Math.min(1, Math.max(0, tracing.after(mastery, success)));
        return new TopicProgress(after, successes + (success ? 1 : 0), failures + (success ? 0 : 1));
    }

    /** Returns how many observations there were. */
    public int observations() {
        return successes + failures;
    }

    /** Returns the standard deviation of the rule of thumb, 0 to 0.29. */
    public double deviation() {
        return Math.sqrt(mastery * (1 - mastery) / (observations() + 3));
    }

    /** Returns the lower end of the 90 % interval of the rule of thumb, 0 to 1. */
    public double atLeast() {
        return Math.max(0, mastery - NINETY_PERCENT * deviation());
    }

    /** Returns the upper end of the 90 % interval of the rule of thumb, 0 to 1. */
    public double atMost() {
        return Math.min(1, mastery + NINETY_PERCENT * deviation());
    }

    /** Returns whether there are {@value #ENOUGH} observations or more, and the deviation is at most {@value #CERTAIN}. */
    public boolean certain() {
        return observations() >= ENOUGH && deviation() <= CERTAIN;
    }

    /** Returns whether the mastery is {@value #HIGH} or more, and certain. */
    public boolean mastered() {
        return mastery >= HIGH && certain();
    }

    /**
     * Returns the difficulty of the material that suits the student: basic where three observations or more show a low mastery,
     * otherwise the activity's own. It is a preference of the ranking, and shuts nothing out.
     *
     * @param own the difficulty of the activity, or null
     */
    public @Nullable Difficulty preferredDifficulty(@Nullable Difficulty own) {
        return observations() >= ENOUGH && mastery < LOW ? Difficulty.BASIC : own;
    }

    /** Returns it for a justification: {@code 0.99 after 4 observations}. */
    String inWords() {
        return String.format(Locale.ROOT, "%.2f after %d observations", mastery, observations());
    }
}
