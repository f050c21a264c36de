package io.github.activeia.agents.safety;

import java.util.List;

/**
 * One look at a draft. A host adds its own through {@link SafetyGuard.Builder#guard}. A draft grows sentence by sentence and is looked at
 * each time, so what is once found must be found again in every longer draft. Implementations are thread-safe.
 */
@FunctionalInterface
public interface Guard {
    /** Returns what is wrong with a draft; empty where nothing is. */
    List<SafetyReport.Finding> check(Draft draft);
}
