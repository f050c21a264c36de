package io.github.activeia.core.llm;

import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;

/** The events of one stream: notes whether the last one came, and lets no failure of the client's reading pass in silence. */
final class WatchedEvents implements ServerSentEventListener {
    private final ServerSentEventListener client;
    private final WireCall call;
    private final LastEvent last;
    private boolean whole;
    private boolean failed;

    WatchedEvents(ServerSentEventListener client, WireCall call, LastEvent last) {
        this.client = client;
        this.call = call;
        this.last = last;
    }

    @Override
    public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
        if (failed) {
            return;
        }
        call.progressed();
        try {
            whole |= last.ends(event.data());
            client.onEvent(event, context);
        } catch (ContentFilteredException | StreamErrorException | MalformedAnswerException refusal) {
            stop(refusal, context);
        } catch (RuntimeException unreadable) {
            stop(new MalformedAnswerException(unreadable), context);
        }
    }

    private void stop(RuntimeException failure, ServerSentEventContext context) {
        onError(failure);
        context.parsingHandle().cancel();
    }

    @Override
    public void onError(Throwable failure) {
        if (!failed) {
            failed = true;
            client.onError(failure);
        }
    }

    /** Ends the stream once there is nothing more to read. */
    void end() {
        if (!failed && !whole) {
            onError(new UnfinishedAnswerException());
        } else if (!failed) {
            client.onClose();
        }
    }
}
