package io.github.activeia.core.llm;

/** Hears an answer while a model writes it. Called by one thread at a time, which need not be the one that asked. */
public interface AnswerListener {
    /**
     * Takes the next piece.
     *
     * @param text as the model wrote it: a token, a few words, or the whole answer of a model that does not stream
     * @return whether the rest is wanted; a model that hears no stops, costs no more, and is not heard again
     */
    boolean onPiece(String text);

    /** Hears that the pieces so far are void: another model begins the answer anew. */
    void onRestart();
}
