package io.github.activeia.agents.safety;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.Verdict;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.core.knowledge.SolutionIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Compares a draft with stored solutions by runs of words. What the passages of the course say themselves is no leak. */
final class SolutionCheck implements Guard {
    static final int NEAREST = 5;
    private static final int FEWEST_RUNS = 4;
    private static final int MANY_RUNS = 10;
    private static final double REWRITE_SHARE = 0.15;
    private static final double BLOCK_SHARE = 0.35;

    private final SolutionIndex solutions;

    SolutionCheck(SolutionIndex solutions) {
        this.solutions = solutions;
    }

    @Override
    public List<SafetyReport.Finding> check(Draft draft) {
        List<SolutionIndex.StoredSolution> nearest = solutions.nearest(draft.course(), draft.text(), NEAREST);
        if (nearest.isEmpty()) {
            return List.of();
        }
        Set<String> words = ownWords(draft);
        List<SafetyReport.Finding> found = new ArrayList<>();
        for (SolutionIndex.StoredSolution solution : nearest) {
            compareWords(words, solution, found);
        }
        return found;
    }

    private static Set<String> ownWords(Draft draft) {
        Set<String> own = new HashSet<>(Shingles.ofWords(draft.text()));
        own.removeAll(Shingles.ofWords(draft.question()));
        authorised(draft).forEach(p -> own.removeAll(Shingles.ofWords(p.text())));
        return own;
    }

    private static List<Passage> authorised(Draft draft) {
        return draft.passages().stream()
                .filter(p -> p.document().contentType() != ContentType.SOLUTION)
                .toList();
    }

    private static void compareWords(
            Set<String> own, SolutionIndex.StoredSolution solution, List<SafetyReport.Finding> found) {
        Set<String> stored = Shingles.ofWords(solution.text());
        long shared = Shingles.shared(own, stored);
        double share = stored.isEmpty() ? 0 : shared / (double) stored.size();
        boolean block = (shared >= FEWEST_RUNS && share >= BLOCK_SHARE) || shared >= 2 * MANY_RUNS;
        boolean rewrite = (shared >= FEWEST_RUNS && share >= REWRITE_SHARE) || shared >= MANY_RUNS;
        if (block || rewrite) {
            found.add(finding("solution_similarity", block, "runs of words", shared, share, solution));
        }
    }

    private static SafetyReport.Finding finding(
            String rule, boolean block, String what, long shared, double share, SolutionIndex.StoredSolution solution) {
        String evidence = String.format(
                Locale.ROOT, "%d %s in common with solution %s, a share of %.2f", shared, what, solution.id(), share);
        return new SafetyReport.Finding(rule, block ? Verdict.BLOCK : Verdict.REWRITE, RiskDimension.ETHICAL, evidence);
    }
}
