package io.github.activeia.agents.safety;

import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.Verdict;
import io.github.activeia.core.knowledge.SolutionIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Compares a draft with stored solutions by runs of words. What the passages of the course say themselves is no leak. */
final class SolutionCheck {
    private static final int FEWEST_RUNS = 4;
    private static final int MANY_RUNS = 10;
    private static final double REWRITE_SHARE = 0.15;
    private static final double BLOCK_SHARE = 0.35;

    private final ReadRuns read;

    SolutionCheck(ReadRuns read) {
        this.read = read;
    }

    List<SafetyReport.Finding> check(Draft draft, ReplyWatch watch) {
        List<SolutionIndex.StoredSolution> near = watch.near(draft.text());
        if (near.isEmpty()) {
            return List.of();
        }
        Set<String> words = watch.own().of(draft.text());
        List<SafetyReport.Finding> found = new ArrayList<>();
        for (SolutionIndex.StoredSolution solution : near) {
            compareWords(words, solution, found);
        }
        return found;
    }

    private void compareWords(
            Set<String> own, SolutionIndex.StoredSolution solution, List<SafetyReport.Finding> found) {
        Set<String> stored = read.of(solution.text());
        int shared = Shingles.shared(own, stored);
        double share = stored.isEmpty() ? 0 : shared / (double) stored.size();
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
