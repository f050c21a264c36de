package io.github.activeia.core.testing;

/** How an answer says, in the words of its provider, that it is at its end. */
public enum Finish {
    /** The answer is complete. */
    STOP,
    /** The limit of tokens cut the answer. */
    LENGTH,
    /** The provider's filter cut the answer. Ollama has no filter: there the answer ends as with {@link #STOP}. */
    FILTERED,
    /**
     * The provider did not even begin: Gemini names a {@code blockReason} and sends no candidate; the others are as with
     * {@link #FILTERED}. No text is sent.
     */
    BLOCKED,
    /** Nothing says so: the body ends well-formed, without the event or the field that marks the end. */
    MISSING,
    /** Only {@code data: [DONE]} is missing. Where a protocol has no such line, as with {@link #STOP}. */
    WITHOUT_DONE
}
