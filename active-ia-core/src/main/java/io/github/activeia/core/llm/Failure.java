package io.github.activeia.core.llm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with one try.
 *
 * @param ending its class
 * @param retryAfter how long the provider asks to wait, or null where it does not say
 */
record Failure(Ending ending, @Nullable Duration retryAfter) {
    static Failure of(Ending ending) {
        return new Failure(ending, null);
    }

    static Failure of(Throwable cause) {
        return new Failure(Failures.classify(cause), Failures.retryAfter(cause));
    }
}
