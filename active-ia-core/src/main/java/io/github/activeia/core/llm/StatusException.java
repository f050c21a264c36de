package io.github.activeia.core.llm;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A refusal, with what its headers say. The body stays out of it: providers repeat the student's text in it. */
final class StatusException extends HttpException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;
    private final @Nullable Ending ending;

    StatusException(int status, @Nullable Duration retryAfter, @Nullable Ending ending) {
        super(status, "status " + status);
        this.retryAfter = retryAfter;
        this.ending = ending;
    }

    /** Returns how long to wait, or null where the provider did not say. */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    /** Returns what the body says that the status does not, or null. */
    @Nullable
    Ending ending() {
        return ending;
    }
}
