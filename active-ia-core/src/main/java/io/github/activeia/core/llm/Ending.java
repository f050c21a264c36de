package io.github.activeia.core.llm;

/** How one try at a provider ends: the one classification of failures. */
enum Ending {
    OK("ok", Effect.HEALTHY, Next.DONE, Charge.KNOWN),
    TIMEOUT("timeout", Effect.FAILURE, Next.PROVIDER, Charge.UNKNOWN),
    FIRST_TOKEN_TIMEOUT("first_token_timeout", Effect.FAILURE, Next.PROVIDER, Charge.UNKNOWN),
    IDLE_TIMEOUT("idle_timeout", Effect.FAILURE, Next.PROVIDER, Charge.UNKNOWN),
    RATE_LIMITED("rate_limited", Effect.FAILURE, Next.SAME, Charge.NOTHING),
    SERVER_ERROR("server_error", Effect.FAILURE, Next.SAME, Charge.NOTHING),
    SERVER_TIMEOUT("server_timeout", Effect.FAILURE, Next.SAME, Charge.NOTHING),
    CONNECTION_RESET("connection_reset", Effect.FAILURE, Next.SAME, Charge.UNKNOWN),
    TRUNCATED("truncated_answer", Effect.FAILURE, Next.SAME, Charge.UNKNOWN),
    UNREACHABLE("unreachable", Effect.FAILURE, Next.PROVIDER, Charge.NOTHING),
    TLS_FAILURE("tls_failure", Effect.FAILURE, Next.PROVIDER, Charge.NOTHING),
    MALFORMED("malformed_answer", Effect.FAILURE, Next.PROVIDER, Charge.UNKNOWN),
    EMPTY("empty_answer", Effect.FAILURE, Next.PROVIDER, Charge.UNKNOWN),
    FAILED("failed", Effect.FAILURE, Next.PROVIDER, Charge.UNKNOWN),
    AUTHENTICATION("authentication", Effect.CONFIGURATION, Next.PROVIDER, Charge.NOTHING),
    NOT_FOUND("not_found", Effect.CONFIGURATION, Next.PROVIDER, Charge.NOTHING),
    INVALID_REQUEST("invalid_request", Effect.CONFIGURATION, Next.PROVIDER, Charge.NOTHING),
    CONTEXT_OVERFLOW("context_overflow", Effect.NEUTRAL, Next.PROVIDER, Charge.NOTHING),
    CONTENT_FILTERED("content_filtered", Effect.NEUTRAL, Next.PROVIDER, Charge.UNKNOWN),
    CIRCUIT_OPEN("circuit_open", Effect.NEUTRAL, Next.PROVIDER, Charge.NOT_ASKED),
    RESTING("resting", Effect.NEUTRAL, Next.PROVIDER, Charge.NOT_ASKED),
    BUSY("busy", Effect.NEUTRAL, Next.PROVIDER, Charge.NOT_ASKED),
    CLOUD_NOT_ALLOWED("cloud_not_allowed", Effect.NEUTRAL, Next.PROVIDER, Charge.NOT_ASKED),
    BUDGET_EXHAUSTED("budget_exhausted", Effect.NEUTRAL, Next.PROVIDER, Charge.NOT_ASKED),
    INTERRUPTED("interrupted", Effect.NEUTRAL, Next.STOP, Charge.UNKNOWN),
    CANCELLED("cancelled", Effect.NEUTRAL, Next.STOP, Charge.UNKNOWN);

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

    /** What is charged for it. */
    enum Charge {
        /** What the provider has counted. */
        KNOWN,
        /** Nothing. */
        NOTHING,
        /** Nobody knows: the provider may have written. */
        UNKNOWN,
        /** Nothing, for it was not asked. */
        NOT_ASKED
    }

    private final String word;
    private final Effect effect;
    private final Next next;
    private final Charge charge;

    Ending(String word, Effect effect, Next next, Charge charge) {
        this.word = word;
        this.effect = effect;
        this.next = next;
        this.charge = charge;
    }

    /** Returns the word that attempts and traces carry. */
    String word() {
        return word;
    }

    Next next() {
        return next;
    }

    Charge charge() {
        return charge;
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
