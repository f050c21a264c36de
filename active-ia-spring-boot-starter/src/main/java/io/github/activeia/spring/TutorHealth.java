package io.github.activeia.spring;

import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.core.llm.LlmChain;
import io.github.activeia.core.llm.LlmProviderState;
import io.github.activeia.core.llm.LlmTiers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Looks at the tutor without costing anything: no model is asked, no question is embedded. Models that are down are a detail, not
 * a failure, because the tutor goes on without them; an index that cannot be read is a failure.
 */
final class TutorHealth {
    private final Supplier<Object> knowledge;
    private final LanguageModel model;

    /** What was found. */
    record Finding(boolean up, Map<String, Object> details) {}

    TutorHealth(Supplier<Object> knowledge, LanguageModel model) {
        this.knowledge = knowledge;
        this.model = model;
    }

    Finding look() {
        Map<String, Object> details = new LinkedHashMap<>();
        boolean readable = true;
        try {
            details.put("knowledge", knowledge.get());
        } catch (RuntimeException failure) {
            readable = false;
            details.put("knowledge", "unreadable: " + failure.getClass().getSimpleName());
        }
        details.put("models", models());
        return new Finding(readable, details);
    }

    private Object models() {
        List<LlmProviderState> states;
        if (model instanceof LlmTiers tiers) {
            states = tiers.states();
        } else if (model instanceof LlmChain chain) {
            states = chain.states();
        } else {
            return "of the host";
        }
        Map<String, String> circuits = new LinkedHashMap<>();
        states.forEach(state -> circuits.put(
                state.provider() + "/" + state.model(), state.circuit().name().toLowerCase(Locale.ROOT)));
        return circuits.isEmpty() ? "none" : circuits;
    }
}
