package io.github.activeia.core.llm;

/** How one try at a provider ends: the one classification of failures. */
enum Ending {
    OK("ok", Effect.HEALTHY),
    TIMEOUT("timeout", Effect.FAILURE),
    RATE_LIMITED("rate_limited", Effect.FAILURE),
    SERVER_ERROR("server_error", Effect.FAILURE),
    UNREACHABLE("unreachable", Effect.FAILURE),
    MALFORMED("malformed_answer", Effect.FAILURE),
    TRUNCATED("truncated_answer", Effect.FAILURE),
    EMPTY("empty_answer", Effect.FAILURE),
    FAILED("failed", Effect.FAILURE),
    AUTHENTICATION("authentication", Effect.CONFIGURATION),
    NOT_FOUND("not_found", Effect.CONFIGURATION),
    INVALID_REQUEST("invalid_request", Effect.CONFIGURATION),
    CONTENT_FILTERED("content_filtered", Effect.NEUTRAL),
    CIRCUIT_OPEN("circuit_open", Effect.NEUTRAL),
    BUSY("busy", Effect.NEUTRAL),
    INTERRUPTED("interrupted", Effect.NEUTRAL);

    /** What an ending says about the provider. */
    private enum Effect {
        HEALTHY,
        FAILURE,
        CONFIGURATION,
        NEUTRAL
    }

    private final String word;
    private final Effect effect;

    Ending(String word, Effect effect) {
        this.word = word;
        this.effect = effect;
    }

    /** Returns the word that attempts and traces carry. */
    String word() {
        return word;
    }

    /**
     * Returns whether it brings the circuit nearer to opening. A refused request does not: it says something about this
     * prompt, and the next one may be fine.
     */
    boolean trips() {
        return effect == Effect.FAILURE || this == AUTHENTICATION || this == NOT_FOUND;
    }

    /** Returns whether only the host can repair it. */
    boolean configurationFault() {
        return effect == Effect.CONFIGURATION;
    }
}
