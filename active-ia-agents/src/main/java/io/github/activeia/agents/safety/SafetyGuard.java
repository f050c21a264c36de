package io.github.activeia.agents.safety;

import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.Verdict;
import io.github.activeia.core.knowledge.SolutionIndex;
import io.github.activeia.core.privacy.PiiRedactor;
import io.github.activeia.core.privacy.Redaction;
import java.util.ArrayList;
import java.util.List;

/**
 * The last look at a text before a student sees it: leaked solutions and final answers, the help level, citations, personal data, recited
 * instructions, tone and language. The verdict is the strictest of all findings. Thread-safe, and deterministic as far as the index is.
 *
 * <pre>{@code
 * SafetyReport report = SafetyGuard.of(SolutionIndex.none()).check(draft);
 * report.verdict();
 * }</pre>
 *
 * <p>What a passage of the course says may be quoted at any level; what only a stored solution says may not. Similarity catches copies and
 * renamed code, not a solution in other words.
 */
public final class SafetyGuard {
    private final List<SafetyCheck> checks;
    private final PiiRedactor redactor;

    private SafetyGuard(SolutionIndex solutions, PiiRedactor redactor) {
        SafetyWords words = SafetyWords.load();
        this.redactor = redactor;
        this.checks = List.of(
                new SolutionCheck(solutions),
                new AnswerCheck(solutions, words),
                new LevelCheck(),
                new SpeechCheck(words));
    }

    /** Returns a guard that knows the stored solutions, with {@link PiiRedactor#defaults()}. Loads word lists: keep the instance. */
    public static SafetyGuard of(SolutionIndex solutions) {
        return of(solutions, PiiRedactor.defaults());
    }

    /** Returns a guard that knows the stored solutions and, for example, the course's roster. */
    public static SafetyGuard of(SolutionIndex solutions, PiiRedactor redactor) {
        return new SafetyGuard(solutions, redactor);
    }

    /** Checks a draft. Personal data that no passage has is replaced in the text and noted as a warning. */
    public SafetyReport check(Draft draft) {
        List<SafetyReport.Finding> findings = new ArrayList<>();
        checks.forEach(c -> findings.addAll(c.check(draft)));
        Citations.Verified verified = Citations.verify(draft);
        findings.addAll(verified.findings());
        String text = withoutPersonalData(draft, verified.text(), findings);
        Verdict verdict = findings.stream()
                .map(SafetyReport.Finding::verdict)
                .max(Verdict::compareTo)
                .orElse(Verdict.OK);
        return new SafetyReport(verdict, text, findings);
    }

    private String withoutPersonalData(Draft draft, String text, List<SafetyReport.Finding> findings) {
        Redaction redaction = redactor.redact(text);
        StringBuilder shown = new StringBuilder();
        int at = 0;
        int count = 0;
        for (Redaction.Finding finding : redaction.findings()) {
            String words = text.substring(finding.start(), finding.end());
            if (draft.passages().stream().anyMatch(p -> p.text().contains(words))) {
                continue;
            }
            shown.append(text, at, finding.start())
                    .append('[')
                    .append(finding.kind())
                    .append(']');
            at = finding.end();
            count++;
        }
        if (count > 0) {
            findings.add(new SafetyReport.Finding(
                    "personal_data",
                    Verdict.WARN,
                    RiskDimension.GOVERNANCE,
                    count + " spans of personal data replaced"));
        }
        return shown.append(text, at, text.length()).toString();
    }
}
