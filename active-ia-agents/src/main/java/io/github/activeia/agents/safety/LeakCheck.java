package io.github.activeia.agents.safety;

import io.github.activeia.agents.leak.Leak;
import io.github.activeia.agents.leak.LeakWatch;
import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.Verdict;
import java.util.List;
import java.util.Locale;

/** Turns what leak detection says of a model's text into findings. The templates quote the material and nothing else. */
final class LeakCheck {
    /** Says that more of the text may show that it is harmless. */
    static final String DOUBT = "solution_doubt";

    private static final String LEAK = "solution_leak";

    private LeakCheck() {}

    static List<SafetyReport.Finding> check(Draft draft, LeakWatch watch) {
        if (!draft.fromModel()) {
            return List.of();
        }
        Leak leak = watch.read(draft.text());
        return switch (leak.verdict()) {
            case NONE -> List.of();
            case DOUBTFUL -> List.of(finding(DOUBT, leak, Verdict.REWRITE));
            case LIKELY -> List.of(finding(LEAK, leak, Verdict.REWRITE));
            case CERTAIN -> List.of(finding(LEAK, leak, Verdict.BLOCK));
        };
    }

    private static SafetyReport.Finding finding(String rule, Leak leak, Verdict verdict) {
        String evidence = String.format(
                Locale.ROOT,
                "it gives the solution away with a probability of %.2f, by %s",
                leak.probability(),
                String.join(", ", leak.strongest()));
        return new SafetyReport.Finding(rule, verdict, RiskDimension.ETHICAL, evidence);
    }
}
