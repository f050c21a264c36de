package io.github.activeia.core;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the student gets, with what the host needs to show and to account for it.
 *
 * @param text the answer, citations and notices included, ready to show (Markdown)
 * @param outcome what kind of reply it is
 * @param decision how the gatekeeper and the route ended
 * @param citations what the text refers to, in order; empty where nothing of the course was used
 * @param notices sentences that are part of the text and that a screen may show apart: disclaimers, warnings, the note that
 *     no model was used
 * @param locale the language of the text
 * @param policy the policy in force
 * @param work how the text was made, and at what cost
 * @param traceId the id of the trace that holds the evidence
 */
public record Reply(
        String text,
        Outcome outcome,
        Decision decision,
        List<Citation> citations,
        List<String> notices,
        Locale locale,
        CoursePolicy policy,
        Work work,
        String traceId) {

    /** Returns the same reply with another text. */
    public Reply saying(String other) {
        return new Reply(other, outcome, decision, citations, notices, locale, policy, work, traceId);
    }

    /** Copies the lists. */
    public Reply {
        citations = List.copyOf(citations);
        notices = List.copyOf(notices);
    }

    /**
     * How a question was read and treated.
     *
     * @param intent what the student wants, or null where the question was not admitted
     * @param risk how risky it is
     * @param route where it went in the end
     * @param helpLevel the help level of the answer, or null where no help was given
     * @param mode how the tutor spoke, or null where it did not
     * @param verdict what safety said of the final text
     */
    public record Decision(
            @Nullable CognitiveIntent intent,
            RiskLevel risk,
            Route route,
            @Nullable HelpLevel helpLevel,
            @Nullable TutorMode mode,
            Verdict verdict) {}

    /**
     * How the text was made.
     *
     * @param model {@code provider/model}, or null where no model was used
     * @param cost what the models cost, or null where it is not known; zero where none was called
     * @param calls which providers were tried, in order
     * @param steps the measured time of each step, in order
     * @param remaining how the budgets stand after it; empty where nothing is limited
     */
    public record Work(
            @Nullable String model,
            @Nullable Money cost,
            List<Call> calls,
            List<Step> steps,
            List<Remaining> remaining) {
        /** Copies the lists. */
        public Work {
            calls = List.copyOf(calls);
            steps = List.copyOf(steps);
            remaining = List.copyOf(remaining);
        }

        /** Returns the time of all steps together. */
        public Duration total() {
            return steps.stream().map(Step::duration).reduce(Duration.ZERO, Duration::plus);
        }
    }

    /**
     * One try at one provider: where the question has been.
     *
     * @param provider the name of the provider
     * @param place {@code local} or {@code cloud}
     * @param ending {@code ok}, or why there was no answer
     */
    public record Call(String provider, String place, String ending) {}

    /**
     * What is left of one budget.
     *
     * @param scope whose budget it is: {@code student}, {@code course} or {@code tenant}
     * @param measure {@code requests}, {@code tokens} or {@code money}
     * @param remaining how much is left, not negative; what other questions have reserved at this moment is not
     * @param limit how much there is in all
     * @param currency the currency of money, null for the other measures
     * @param resetsAt when counting begins anew
     */
    public record Remaining(
            String scope,
            String measure,
            BigDecimal remaining,
            BigDecimal limit,
            @Nullable Currency currency,
            Instant resetsAt) {}

    /**
     * One step of the path of a question.
     *
     * @param name for example {@code gatekeeper} or {@code retrieve}
     * @param duration measured, never estimated
     */
    public record Step(String name, Duration duration) {}

    /** Returns what the student wants, or null where the question was not admitted. */
    public @Nullable CognitiveIntent intent() {
        return decision.intent();
    }

    /** Returns where the question went. */
    public Route route() {
        return decision.route();
    }

    /** Returns the help level, or null where no help was given. */
    public @Nullable HelpLevel helpLevel() {
        return decision.helpLevel();
    }

    /** Returns what the models cost, or null where it is not known. */
    public @Nullable Money cost() {
        return work.cost();
    }

    /** Returns whether the content may be assessed: only what comes from the course's own material. */
    public boolean assessable() {
        return (outcome == Outcome.ANSWERED || outcome == Outcome.DEGRADED) && decision.route() == Route.TUTOR;
    }

    /** Returns the text, then citations, level and route: what a researcher wants to see at a prompt. */
    @Override
    public String toString() {
        HelpLevel level = decision.helpLevel();
        String sources = citations.stream().map(Citation::label).collect(Collectors.joining("; "));
        return text + "\n\n(" + decision.route() + ", " + outcome
                + (decision.intent() == null ? "" : ", intent " + decision.intent()) + ", level "
                + (level == null ? "-" : level.number()) + (sources.isEmpty() ? "" : "; " + sources) + ")";
    }
}
