package io.github.activeia.core.llm;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

/** A call that gives its place back when it has really ended, not when the caller stops waiting for it. */
final class ProviderCall<T> extends FutureTask<T> {
    private final Runnable free;
    private final AtomicBoolean begun = new AtomicBoolean();

    ProviderCall(Callable<T> call, Runnable free) {
        super(call);
        this.free = free;
    }

    @Override
    public void run() {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        try {
            super.run();
        } finally {
            free.run();
            if (isCancelled()) {
                // The interruption was meant for the call; the thread goes on to other work.
                Thread.interrupted();
            }
        }
    }

    /** Interrupts the call, or keeps it from ever starting. */
    void abandon() {
        cancel(true);
        if (begun.compareAndSet(false, true)) {
            free.run();
        }
    }
}
