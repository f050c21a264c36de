package io.github.activeia.agents.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers evidence for a trace; what is not known is left out. Confined to one thread. */
final class Facts {
    private final Map<String, Object> known = new LinkedHashMap<>();

    Facts add(String name, @Nullable Object value) {
        if (value != null) {
            known.put(name, value);
        }
        return this;
    }

    Map<String, Object> asMap() {
        return known;
    }
}
