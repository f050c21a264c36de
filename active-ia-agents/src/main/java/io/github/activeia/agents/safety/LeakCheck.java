package io.github.activeia.agents.safety;

import io.github.activeia.agents.leak.Leak;
import io.github.activeia.agents.leak.LeakWatch;
import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.Verdict;
import java.util.List;
import java.util.Locale;

/** Turns what leak detection says of a model's text into findings. The templates quote the material and nothing else. */
final class LeakCheck {
    static final String RULE = "solution_leak";

    private LeakCheck() {}

    static List<SafetyReport.Finding> check(Draft draft, LeakWatch watch) {
        if (!draft.fromModel()) {
            return List.of();
        }
        Leak leak = watch.read(draft.text());
        return switch (leak.verdict()) {
            case NONE -> List.of();
            case LIKELY -> List.of(finding(leak, Verdict.REWRITE));
            case CERTAIN -> List.of(finding(leak, Verdict.BLOCK));
        };
    }

    private static SafetyReport.Finding finding(Leak leak, Verdict verdict) {
        String evidence = String.format(
                Locale.ROOT,
                "it gives the solution away with a probability of %.2f, by %s",
                leak.probability(),
                String.join(", ", leak.strongest()));
        return new SafetyReport.Finding(RULE, verdict, RiskDimension.ETHICAL, evidence);
    }
}
