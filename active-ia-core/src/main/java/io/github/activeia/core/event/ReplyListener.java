package io.github.activeia.core.event;

import io.github.activeia.core.Reply;
import io.github.activeia.core.trace.CognitiveTrace;

/**
 * Hears of every reply, after it is final and before it is returned. Called on the thread of the question; an exception is
 * logged and ignored. Implementations are thread-safe and quick.
 */
@FunctionalInterface
public interface ReplyListener {
    /** A reply was made. */
    void onReply(Reply reply, CognitiveTrace trace);
}
