package io.github.activeia.agents.safety;

import java.util.List;

/** One look at a draft. Implementations are thread-safe. */
@FunctionalInterface
interface SafetyCheck {
    List<SafetyReport.Finding> check(Draft draft);
}
