package io.github.activeia.agents.risk;

import java.util.List;

/**
 * What the analysis of an interaction says.
 *
 * @param profile the risk in five dimensions
 * @param alerts what people should look at, the most severe first; those that a pause holds back included
 */
public record RiskReport(RiskProfile profile, List<Alert> alerts) {
    /** Copies the list. */
    public RiskReport {
        alerts = List.copyOf(alerts);
    }
}
