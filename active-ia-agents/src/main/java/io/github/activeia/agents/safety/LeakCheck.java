package io.github.activeia.agents.safety;

import io.github.activeia.agents.leak.Leak;
import io.github.activeia.agents.leak.LeakWatch;
import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns what leak detection says of a model's text into findings. The templates quote the material and nothing else. */
final class LeakCheck {
    /** Says that more of the text may show that it is harmless. */
    static final String DOUBT = "solution_doubt";

    private static final String LEAK = "solution_leak";
    private static final String CODE = "disguise";

    /** The kinds of evidence that decide by themselves. */
    private static final List<String> DECISIVE = List.of(CODE, "key_stated");

    private LeakCheck() {}

    /** Returns what leak detection says of a draft, or null where nobody reads it: the templates quote the material alone. */
    static @Nullable Leak read(Draft draft, LeakWatch watch) {
        return draft.fromModel() ? watch.read(draft.text()) : null;
    }

    static List<SafetyReport.Finding> findings(Leak leak) {
        return switch (leak.verdict()) {
            case NONE -> List.of();
            case DOUBTFUL -> List.of(finding(DOUBT, leak, Verdict.REWRITE));
            case LIKELY -> List.of(finding(LEAK, leak, Verdict.REWRITE));
            case CERTAIN -> List.of(finding(LEAK, leak, Verdict.BLOCK));
        };
    }

    /** Returns the kinds that say most, best first; what decides by itself comes before all others, however little it weighs among them. */
    static List<String> kinds(Leak leak) {
        List<String> kinds = new ArrayList<>(DECISIVE);
        kinds.removeIf(kind -> !leak.evidence().containsKey(kind));
        leak.strongest().stream().filter(kind -> !kinds.contains(kind)).forEach(kinds::add);
        return kinds;
    }

    private static SafetyReport.Finding finding(String rule, Leak leak, Verdict verdict) {
        String evidence = String.format(
                Locale.ROOT,
                "it gives the solution away with a probability of %.2f, by %s",
                leak.probability(),
                String.join(", ", kinds(leak)));
        return new SafetyReport.Finding(
                rule, verdict, RiskDimension.ETHICAL, leak.sure() ? decided(leak) + "; " + evidence : evidence);
    }

    private static String decided(Leak leak) {
        return leak.evidence().containsKey(CODE)
                ? "it has text in a code, such as base64 or hexadecimal, which decides by itself"
                : "it states what an answer key has, which decides by itself";
    }
}
