package io.github.activeia.agents.safety;

import io.github.activeia.agents.leak.LeakWatch;
import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.Verdict;
import java.util.List;

/** A tutor must not call right what the stored solutions do not have. The templates praise nothing, so only models are looked at. */
final class ConfirmationCheck {
    /** Says that more of the text may take it back. */
    static final String RULE = "confirmation";

    private ConfirmationCheck() {}

    static List<SafetyReport.Finding> check(Draft draft, LeakWatch leaks) {
        return draft.fromModel() && leaks.confirmsAnother(draft.text())
                ? List.of(
                        new SafetyReport.Finding(
                                RULE,
                                Verdict.REWRITE,
                                RiskDimension.EPISTEMIC,
                                "it calls a result right that the student claims and that could not be verified; ask how it came out"))
                : List.of();
    }
}
