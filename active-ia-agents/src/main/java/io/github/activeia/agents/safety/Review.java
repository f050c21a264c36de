package io.github.activeia.agents.safety;

import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.Verdict;
import io.github.activeia.core.llm.LlmContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The second look at one text while it grows. A reviewer is asked where the rules let a text pass, but find a leak likelier than when it
 * was last looked at; or about every text of a model, when it is whole. It makes a verdict stricter or leaves it. Used by one thread at a
 * time.
 */
final class Review {
    /** The probability of a leak from which the rules are in doubt; from their threshold they decide themselves. */
    static final double DOUBT = 0.15;

    /** How often a reviewer is asked about one text, the last time at its end included. */
    static final int MOST = 3;

    private final @Nullable Reviewer reviewer;
    private final ReviewScope scope;
    private final Draft frame;
    private final LlmContext context;
    private final List<Opinion> opinions = new ArrayList<>();
    private double doubt;
    private double looked;
    private int asked;
    private int missing;
    private boolean lost;

    /** Creates one; without a reviewer everything passes. */
    Review(@Nullable Reviewer reviewer, ReviewScope scope, Draft frame, LlmContext context) {
        this.reviewer = reviewer;
        this.scope = scope;
        this.frame = frame;
        this.context = context;
    }

    /** What becomes of a text that the rules let pass. */
    enum Next {
        /** It may be shown. */
        SHOW,

        /** It is in doubt, and is looked at when there is more of it. */
        WAIT,

        /** It may not be shown, and nothing after it. */
        STOP
    }

    /** Begins anew with another text. */
    void restart() {
        doubt = 0;
        looked = 0;
        asked = 0;
        missing = 0;
        lost = false;
    }

    /**
     * Looks at a text.
     *
     * @param text everything from its beginning, as it would be shown
     * @param probability of a leak, as the rules see it
     * @param whole whether nothing more comes
     */
    Next look(String text, double probability, boolean whole) {
        Reviewer second = reviewer;
        doubt = Math.max(doubt, probability);
        if (second == null || lost || !concerns()) {
            return Next.SHOW;
        }
        if (!whole && (scope == ReviewScope.EVERY_REPLY || asked >= MOST - 1)) {
            return Next.WAIT;
        }
        asked++;
        Opinion opinion = second.ask(frame.saying(text), context);
        opinions.add(opinion);
        looked = doubt;
        switch (opinion.word()) {
            case LEAK -> {
                return Next.STOP;
            }
            case UNCLEAR -> missing++;
            case NONE -> {
                missing++;
                lost = true;
            }
            case SAFE -> {}
        }
        return Next.SHOW;
    }

    private boolean concerns() {
        return scope == ReviewScope.EVERY_REPLY ? frame.fromModel() : doubt >= DOUBT && doubt > looked;
    }

    /** Returns what there is to say of the reviewer itself. */
    List<SafetyReport.Finding> findings() {
        if (missing == 0) {
            return List.of();
        }
        String evidence = missing + " of " + asked + " times the reviewer gave no verdict; that of the rules stands";
        return List.of(
                new SafetyReport.Finding("reviewer_unavailable", Verdict.WARN, RiskDimension.GOVERNANCE, evidence));
    }

    /** Returns what closes a gate when the reviewer says so, beside what the rules saw. */
    static SafetyReport stop(SafetyReport.@Nullable Likelihood leak) {
        SafetyReport.Finding finding = new SafetyReport.Finding(
                "solution_review",
                Verdict.REWRITE,
                RiskDimension.ETHICAL,
                "it gives the solution away, as a second reader says");
        return new SafetyReport(Verdict.REWRITE, "", List.of(finding), leak);
    }

    Reviewed reviewed() {
        return reviewer == null
                ? new Reviewed("", "", List.of())
                : new Reviewed(reviewer.promptId(), reviewer.promptHash(), opinions);
    }
}
