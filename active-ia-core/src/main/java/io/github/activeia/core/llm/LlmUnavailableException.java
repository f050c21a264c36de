package io.github.activeia.core.llm;

import io.github.activeia.core.ActiveIaException;
import java.util.List;
import java.util.stream.Collectors;

/** No provider of a chain has answered. Thrown, or given to {@code onError}, where a chain is used as langchain4j's model. */
public final class LlmUnavailableException extends ActiveIaException {
    private static final long serialVersionUID = 1L;

    private final transient List<LlmResult.Attempt> attempts;

    LlmUnavailableException(List<LlmResult.Attempt> attempts) {
        super(message(attempts), true, null);
        this.attempts = List.copyOf(attempts);
    }

    /** Returns what was tried, in order. */
    public List<LlmResult.Attempt> attempts() {
        return attempts;
    }

    private static String message(List<LlmResult.Attempt> attempts) {
        String tried = attempts.stream()
                .map(try_ -> try_.provider() + " " + try_.ending())
                .collect(Collectors.joining(", "));
        return tried.isEmpty()
                ? "llm chain must have a provider and a free thread, but was empty, closed, or without a thread — add a"
                        + " provider, keep the chain open, or give it a larger executor"
                : "llm chain must get an answer, but was left without one (" + tried
                        + ") — see docs/models.md for what each of these words means";
    }
}
