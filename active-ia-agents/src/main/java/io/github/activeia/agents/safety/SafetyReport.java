package io.github.activeia.agents.safety;

import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.Verdict;
import java.util.List;

/**
 * What safety found.
 *
 * @param verdict the strictest of all findings
 * @param text the text to show if the verdict is OK or WARN: the draft, with markers of unknown passages removed
 * @param findings the evidence, without any text of a solution
 */
public record SafetyReport(Verdict verdict, String text, List<Finding> findings) {
    /** Copies the list. */
    public SafetyReport {
        findings = List.copyOf(findings);
    }

    /** Returns whether nothing speaks against the text but that it looks like a leak, which more of the text may still disprove. */
    boolean isDoubt() {
        return verdict == Verdict.REWRITE
                && findings.stream()
                        .filter(finding -> finding.verdict() == Verdict.REWRITE)
                        .allMatch(finding -> finding.rule().equals(LeakCheck.DOUBT));
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
