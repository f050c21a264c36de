package io.github.activeia.core.llm;

import org.jspecify.annotations.Nullable;

/** A request that the wire could not carry; what happened is its cause. */
final class WireException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WireException(@Nullable Throwable cause) {
        super("the request could not be carried", cause);
    }
}
