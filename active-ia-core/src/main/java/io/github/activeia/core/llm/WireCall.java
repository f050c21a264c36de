package io.github.activeia.core.llm;

import org.jspecify.annotations.Nullable;

/** One request on the wire, which any thread may cut. Thread-safe. */
final class WireCall {
    private final Runnable progress;
    private @Nullable Runnable connection;
    private boolean cut;

    /** Is told each time something arrives. */
    WireCall(Runnable progress) {
        this.progress = progress;
    }

    void progressed() {
        progress.run();
    }

    /** Says how to cut what runs now; cuts it at once if that was asked for before. */
    void connected(Runnable how) {
        boolean now;
        synchronized (this) {
            connection = how;
            now = cut;
        }
        if (now) {
            how.run();
        }
    }

    void cut() {
        Runnable how;
        synchronized (this) {
            cut = true;
            how = connection;
        }
        if (how != null) {
            how.run();
        }
    }
}
