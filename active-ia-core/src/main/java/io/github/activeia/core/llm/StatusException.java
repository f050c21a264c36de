package io.github.activeia.core.llm;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A refusal, with what its headers say. The body stays out of it: providers repeat the student's text in it. */
final class StatusException extends HttpException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;
    private final boolean contextOverflow;

    StatusException(int status, @Nullable Duration retryAfter, boolean contextOverflow) {
        super(status, "status " + status);
        this.retryAfter = retryAfter;
        this.contextOverflow = contextOverflow;
    }

    /** Returns how long to wait, or null where the provider did not say. */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    boolean contextOverflow() {
        return contextOverflow;
    }
}
