package io.github.activeia.core.llm;

/** An error in the place of an event: the provider broke while it wrote. Its words stay out, for they may repeat the question. */
final class StreamErrorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StreamErrorException() {
        super("an error came in the place of a piece");
    }
}
