package io.github.activeia.core.llm;

/** A body that reads well and says itself that there should be more. */
final class UnfinishedAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfinishedAnswerException() {
        super("the answer is not finished");
    }
}
