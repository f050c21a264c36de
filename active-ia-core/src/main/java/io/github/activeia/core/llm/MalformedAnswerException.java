package io.github.activeia.core.llm;

/** A part of a stream that the provider's client could not read. */
final class MalformedAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedAnswerException(Exception cause) {
        super("the answer cannot be read", cause);
    }
}
