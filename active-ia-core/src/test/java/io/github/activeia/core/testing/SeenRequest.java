package io.github.activeia.core.testing;

import io.github.activeia.core.testing.HttpRequestReader.Incoming;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a client sent to a {@link FakeLlmServer}, and what became of it. Thread-safe. */
public final class SeenRequest {
    private final SeenByServer seen;
    private final Incoming incoming;
    private volatile @Nullable End end;

    /** How the service of a request ended. */
    public enum End {
        /** All that the answer has was sent. */
        ANSWERED,
        /** The server broke it off, as the script said or because it was closed. */
        BROKEN,
        /** The client closed the connection before the end. */
        CANCELLED
    }

    SeenRequest(SeenByServer seen, Incoming incoming) {
        this.seen = seen;
        this.incoming = incoming;
    }

    /** The path with its query. */
    public String path() {
        return incoming.path();
    }

    /** The JSON. */
    public String body() {
        return incoming.body();
    }

    /** The header {@code Authorization} or {@code x-goog-api-key}, or an empty text. */
    public String authorization() {
        String bearer = incoming.header("Authorization");
        return bearer.isEmpty() ? incoming.header("x-goog-api-key") : bearer;
    }

    /** Whether the client closed the connection before the end of the answer. */
    public boolean isCancelled() {
        return end == End.CANCELLED;
    }

    /** Waits for the end; fails with an {@link AssertionError} when it takes longer. */
    public End awaitEnd(Duration timeout) {
        seen.await(() -> end != null, timeout, "the end of " + path());
        return end;
    }

    /** Only the first end counts. */
    void end(End how) {
        if (end == null) {
            end = how;
            seen.changed();
        }
    }

    @Override
    public String toString() {
        return path() + " " + (end == null ? "open" : end);
    }
}
