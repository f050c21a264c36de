package io.github.activeia.samples.quickstart;

import io.github.activeia.core.Reply;
import io.github.activeia.core.event.ReplyListener;
import io.github.activeia.core.trace.CognitiveTrace;
import org.jspecify.annotations.Nullable;

/** Keeps the trace of the last reply, to print it below the reply. */
public final class LastTrace implements ReplyListener {
    private volatile @Nullable CognitiveTrace trace;

    @Override
    public void onReply(Reply reply, CognitiveTrace made) {
        trace = made;
    }

    /** Returns the trace of the last reply, or null before the first. */
    public @Nullable CognitiveTrace get() {
        return trace;
    }
}
