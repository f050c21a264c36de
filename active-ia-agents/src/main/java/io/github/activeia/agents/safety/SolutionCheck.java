package io.github.activeia.agents.safety;

import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.Verdict;
import io.github.activeia.core.knowledge.SolutionIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Compares a draft with stored solutions by runs of words. What the passages of the course say themselves is no leak. */
final class SolutionCheck {
    private static final int FEWEST_RUNS = 4;
    private static final int MANY_RUNS = 10;
    private static final double REWRITE_SHARE = 0.15;
    private static final double BLOCK_SHARE = 0.35;

    private SolutionCheck() {}

    static List<SafetyReport.Finding> check(Draft draft, ReplyWatch watch) {
        List<SolutionIndex.StoredSolution> near = watch.near(draft.text());
        if (near.isEmpty()) {
            return List.of();
        }
        watch.own().read(draft.text());
        List<SafetyReport.Finding> found = new ArrayList<>();
        for (SolutionIndex.StoredSolution solution : near) {
            compareWords(watch.own().beside(solution.text()), solution, found);
        }
        return found;
    }

    private static void compareWords(
            OwnRuns.Beside beside, SolutionIndex.StoredSolution solution, List<SafetyReport.Finding> found) {
        int shared = beside.shared();
        double share = beside.share();
        boolean block = (shared >= FEWEST_RUNS && share >= BLOCK_SHARE) || shared >= 2 * MANY_RUNS;
        boolean rewrite = (shared >= FEWEST_RUNS && share >= REWRITE_SHARE) || shared >= MANY_RUNS;
        if (block || rewrite) {
            found.add(finding("solution_similarity", block, "runs of words", shared, share, solution));
        }
    }

    private static SafetyReport.Finding finding(
            String rule, boolean block, String what, int shared, double share, SolutionIndex.StoredSolution solution) {
        String evidence = String.format(
                Locale.ROOT, "%d %s in common with solution %s, a share of %.2f", shared, what, solution.id(), share);
        return new SafetyReport.Finding(rule, block ? Verdict.BLOCK : Verdict.REWRITE, RiskDimension.ETHICAL, evidence);
    }
}
