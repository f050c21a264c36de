package io.github.activeia.core.cache;

import java.time.Duration;
import java.util.Set;

/** What kind of value a key stands for: how its keys begin, how long it is kept by default, and which parts its keys must have. */
public enum CacheFamily {
    /** Vectors of texts: {@code emb:{hash}}, 24 h. */
    EMBEDDING("emb", Duration.ofHours(24)),
    /** Passages found for a query: {@code rag:{hash}}, 30 min. */
    RETRIEVAL("rag", Duration.ofMinutes(30)),
    /** What the gatekeeper decided about a message: {@code gk:{session}:{hash}}, 5 min. */
    GATEKEEPER("gk", Duration.ofMinutes(5)),
    /** What a language model wrote: {@code llm:{hash}}, 1 h. */
    ANSWER("llm", Duration.ofHours(1)),
    /**
     * A copy of the scaffolding state of a student in an activity: {@code scaffold:{hash}}, 24 h. A copy only: two messages at
     * the same time can overwrite each other in a cache, so the truth is in a store that cannot lose an update.
     */
    SCAFFOLD("scaffold", Duration.ofHours(24));

    private final String prefix;
    private final Duration timeToLive;

    CacheFamily(String prefix, Duration timeToLive) {
        this.prefix = prefix;
        this.timeToLive = timeToLive;
    }

    /** Returns what the keys begin with, without the colon. */
    public String prefix() {
        return prefix;
    }

    /** Returns how long a value is kept if nothing else is said. */
    public Duration timeToLive() {
        return timeToLive;
    }

    /** Returns the names of the parts without which a key of this family would be the same for different values. */
    public Set<String> requiredParts() {
        return switch (this) {
            case EMBEDDING -> Set.of("model", "text");
            case RETRIEVAL -> Set.of("course", "corpus", "query");
            case GATEKEEPER -> Set.of("session", "policy", "text");
            case ANSWER -> Set.of("audience", "policy", "level", "corpus", "prompt", "model");
            case SCAFFOLD -> Set.of("audience", "activity");
        };
    }
}
