package io.github.activeia.core.llm;

/** How one try at a provider ends: the one classification of failures. */
enum Ending {
    OK("ok", Effect.HEALTHY, Next.DONE),
    TIMEOUT("timeout", Effect.FAILURE, Next.PROVIDER),
    FIRST_TOKEN_TIMEOUT("first_token_timeout", Effect.FAILURE, Next.PROVIDER),
    IDLE_TIMEOUT("idle_timeout", Effect.FAILURE, Next.PROVIDER),
    RATE_LIMITED("rate_limited", Effect.FAILURE, Next.SAME),
    SERVER_ERROR("server_error", Effect.FAILURE, Next.SAME),
    SERVER_TIMEOUT("server_timeout", Effect.FAILURE, Next.SAME),
    CONNECTION_RESET("connection_reset", Effect.FAILURE, Next.SAME),
    TRUNCATED("truncated_answer", Effect.FAILURE, Next.SAME),
    UNREACHABLE("unreachable", Effect.FAILURE, Next.PROVIDER),
    TLS_FAILURE("tls_failure", Effect.FAILURE, Next.PROVIDER),
    MALFORMED("malformed_answer", Effect.FAILURE, Next.PROVIDER),
    EMPTY("empty_answer", Effect.FAILURE, Next.PROVIDER),
    FAILED("failed", Effect.FAILURE, Next.PROVIDER),
    AUTHENTICATION("authentication", Effect.CONFIGURATION, Next.PROVIDER),
    NOT_FOUND("not_found", Effect.CONFIGURATION, Next.PROVIDER),
    INVALID_REQUEST("invalid_request", Effect.CONFIGURATION, Next.PROVIDER),
    CONTEXT_OVERFLOW("context_overflow", Effect.NEUTRAL, Next.PROVIDER),
    CONTENT_FILTERED("content_filtered", Effect.NEUTRAL, Next.PROVIDER),
    CIRCUIT_OPEN("circuit_open", Effect.NEUTRAL, Next.PROVIDER),
    RESTING("resting", Effect.NEUTRAL, Next.PROVIDER),
    BUSY("busy", Effect.NEUTRAL, Next.PROVIDER),
    CLOUD_NOT_ALLOWED("cloud_not_allowed", Effect.NEUTRAL, Next.PROVIDER),
    BUDGET_EXHAUSTED("budget_exhausted", Effect.NEUTRAL, Next.PROVIDER),
    INTERRUPTED("interrupted", Effect.NEUTRAL, Next.STOP),
    CANCELLED("cancelled", Effect.NEUTRAL, Next.STOP);

    /** What an ending says about the provider. */
    private enum Effect {
        HEALTHY,
        FAILURE,
        CONFIGURATION,
        NEUTRAL
    }

    /** What the chain does next. */
    enum Next {
        /** Nothing: there is an answer. */
        DONE,
        /** Asks the same provider again, as often as the settings say; then the next one. */
        SAME,
        /** Asks the next provider. */
        PROVIDER,
        /** Nothing: nobody waits for an answer any more. */
        STOP
    }

    private final String word;
    private final Effect effect;
    private final Next next;

    Ending(String word, Effect effect, Next next) {
        this.word = word;
        this.effect = effect;
        this.next = next;
    }

    /** Returns the word that attempts and traces carry. */
    String word() {
        return word;
    }

    Next next() {
        return next;
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
