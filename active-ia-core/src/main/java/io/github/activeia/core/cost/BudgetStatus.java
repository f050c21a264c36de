package io.github.activeia.core.cost;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the budgets of an account stand: what a reply tells of what remains and when it resets.
 *
 * @param lines one for each limit; empty where nothing is limited
 * @param shared false where the store did not answer, and only this node's own counts are known
 */
public record BudgetStatus(List<BudgetLine> lines, boolean shared) {
    /** Copies the list. */
    public BudgetStatus {
        lines = List.copyOf(lines);
    }

    /** Returns the line of a scope and a measure; the one that resets first where there are several. */
    public Optional<BudgetLine> line(Scope scope, Measure measure) {
        return lines.stream()
                .filter(line -> line.scope() == scope && line.measure() == measure)
                .min(Comparator.comparing(BudgetLine::resetsAt));
    }

    /** Returns the line of a measure of which the least remains, whoever's budget it is. */
    public Optional<BudgetLine> tightest(Measure measure) {
        return lines.stream()
                .filter(line -> line.measure() == measure)
                .min(Comparator.comparing(BudgetLine::remaining));
    }
}
