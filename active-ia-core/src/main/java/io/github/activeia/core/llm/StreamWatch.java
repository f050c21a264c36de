package io.github.activeia.core.llm;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Says when a stream is late: with its first piece, with its next one, or as a whole. It looks at the next moment that one of
 * them may be, so a piece costs no more than a note of the time. While the reader is busy with a piece, nothing but the whole
 * can be late. Thread-safe.
 */
final class StreamWatch {
    private final Timeouts timeouts;
    private final ScheduledExecutorService scheduler;
    private final Consumer<Ending> late;
    private final long start = System.nanoTime();
    private final long end;
    private volatile long progress = start;
    private volatile boolean begun;
    private volatile boolean reading;
    private volatile boolean stopped;
    private volatile @Nullable Future<?> next;

    StreamWatch(Timeouts timeouts, Duration left, ScheduledExecutorService scheduler, Consumer<Ending> late) {
        this.timeouts = timeouts;
        this.scheduler = scheduler;
        this.late = late;
        this.end = start + Math.min(timeouts.total().toNanos(), left.toNanos());
    }

    void start() {
        schedule(System.nanoTime());
    }

    /** Notes that something came, of whatever kind. */
    void progressed() {
        progress = System.nanoTime();
    }

    /** Notes that a piece of the answer came, which its reader is given now. */
    void reading() {
        begun = true;
        reading = true;
    }

    void read() {
        progress = System.nanoTime();
        reading = false;
    }

    void stop() {
        stopped = true;
        Future<?> waiting = next;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void look() {
        long now = System.nanoTime();
        if (stopped) {
            return;
        }
        if (now - end >= 0) {
            late.accept(Ending.TIMEOUT);
        } else if (!reading && now - due() >= 0) {
            late.accept(begun ? Ending.IDLE_TIMEOUT : Ending.FIRST_TOKEN_TIMEOUT);
        } else {
            schedule(now);
        }
    }

    private long due() {
        return begun
                ? progress + timeouts.idle().toNanos()
                : start + timeouts.firstToken().toNanos();
    }

    private void schedule(long now) {
        long due = reading ? now + timeouts.idle().toNanos() : due();
        long at = due - end < 0 ? due : end;
        try {
            next = scheduler.schedule(this::look, Math.max(0, at - now), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            // The chain is closed, and ends its streams itself.
        }
    }
}
