package io.github.activeia.agents.scaffolding;

import io.github.activeia.core.Faults;

/**
 * Bayesian knowledge tracing: how likely a student masters a topic, after what was observed (A. T. Corbett and J. R. Anderson,
 * "Knowledge tracing: modeling the acquisition of procedural knowledge", User Modeling and User-Adapted Interaction 4, 1995,
 * 253-278). With the mastery {@code p} before an observation, Bayes' rule gives
 *
 * <pre>
 * after a success   q = p (1 - slip) / (p (1 - slip) + (1 - p) guess)
 * after a failure   q = p slip       / (p slip       + (1 - p) (1 - guess))
 * </pre>
 *
 * <p>and the opportunity to learn makes it {@code q + (1 - q) learned}. There is no forgetting.
 *
 * <p>The four parameters belong to a topic and its exercises, and should be fitted to data of the course. The {@link #defaults()}
 * are no more than a cautious beginning. Corbett and Anderson bounded what they fitted to a guess of at most 0.3 and a slip of at
 * most 0.1; R. Baker, A. Corbett and V. Aleven (Intelligent Tutoring Systems 2008, 406-415) showed that parameters without such
 * bounds degenerate: success then speaks against mastery. The same bounds hold here.
 *
 * @param known p(L0), the mastery before anything is observed, 0 to 1
 * @param learned p(T), how likely a topic is learned at each opportunity, 0 to 1
 * @param guess p(G), how likely a success is without mastery, above 0 and at most {@value #MOST_GUESS}
 * @param slip p(S), how likely a failure is in spite of mastery, above 0 and at most {@value #MOST_SLIP}
 */
public record KnowledgeTracing(double known, double learned, double guess, double slip) {
    /** The highest guess. */
    public static final double MOST_GUESS = 0.3;

    /** The highest slip. */
    public static final double MOST_SLIP = 0.1;

    /**
     * Checks the ranges.
     *
     * @throws io.github.activeia.core.ConfigurationException with every parameter that is out of range
     */
    public KnowledgeTracing {
        Faults faults = new Faults();
        range(faults, "known", known, known >= 0 && known <= 1, "from 0 to 1");
        range(faults, "learned", learned, learned >= 0 && learned <= 1, "from 0 to 1");
        range(faults, "guess", guess, guess > 0 && guess <= MOST_GUESS, "above 0 and at most " + MOST_GUESS);
        range(faults, "slip", slip, slip > 0 && slip <= MOST_SLIP, "above 0 and at most " + MOST_SLIP);
        faults.throwIfAny();
    }

    /**
     * Returns 0.1 for each of the four, with which the open tutor OATutor lets every topic begin that was not fitted (Z. Pardos, M.
     * Tang, I. Anastasopoulos, S. Sheel and E. Zhang, "OATutor", CHI 2023, and its published tools). Three successes in a row then
     * pass the 0.95 that Corbett and Anderson call mastery.
     */
    public static KnowledgeTracing defaults() {
        return new KnowledgeTracing(0.1, 0.1, 0.1, 0.1);
    }

    /** Returns the mastery after one more observation. */
    double after(double mastery, boolean success) {
        double mastered = mastery * (success ? 1 - slip : slip);
        double unmastered = (1 - mastery) * (success ? guess : 1 - guess);
        double observed = mastered / (mastered + unmastered);
        return observed + (1 - observed) * learned;
    }

    private static void range(Faults faults, String property, double value, boolean holds, String rule) {
        faults.require(holds, property, "be " + rule, value, "use KnowledgeTracing.defaults() if in doubt");
    }
}
