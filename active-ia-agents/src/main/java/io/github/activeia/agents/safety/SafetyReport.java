package io.github.activeia.agents.safety;

import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What safety found.
 *
 * @param verdict the strictest of all findings
 * @param text the text to show if the verdict is OK or WARN: the draft, with markers of unknown passages removed
 * @param findings the evidence, without any text of a solution
 * @param leak how likely the draft gives a solution away, whatever the verdict; null where that was not measured, as for templates
 */
public record SafetyReport(Verdict verdict, String text, List<Finding> findings, @Nullable Likelihood leak) {
    /** Copies the list. */
    public SafetyReport {
        findings = List.copyOf(findings);
    }

    /** Creates a report of which the likelihood of a leak was not measured. */
    public SafetyReport(Verdict verdict, String text, List<Finding> findings) {
        this(verdict, text, findings, null);
    }

    /**
     * How likely a draft gives a solution away.
     *
     * @param probability 0 to 1
     * @param kinds the kinds of evidence that say most for it, best first; empty where there is none
     */
    public record Likelihood(double probability, List<String> kinds) {
        /** Copies the list. */
        public Likelihood {
            kinds = List.copyOf(kinds);
        }
    }

    /** Returns whether nothing speaks against the text but what more of it may still disprove: that it looks like a leak, or confirms. */
    boolean isDoubt() {
        return verdict == Verdict.REWRITE
                && findings.stream()
                        .filter(finding -> finding.verdict() == Verdict.REWRITE)
                        .allMatch(finding -> finding.rule().equals(LeakCheck.DOUBT)
                                || finding.rule().equals(ConfirmationCheck.RULE));
    }

    /**
     * One finding.
     *
     * @param rule the id of the check, such as {@code solution_similarity} or {@code level_code}
     * @param verdict what it asks for
     * @param dimension which risk it is
     * @param evidence a sentence with numbers
     */
    public record Finding(String rule, Verdict verdict, RiskDimension dimension, String evidence) {}
}
