package io.github.activeia.core.llm;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a chain. Each call has one while it runs; the wire has a few for the work of its connections; the watchdog has
 * one. None is there while the chain is idle, except the watchdog's. What the host has brought is not closed.
 */
final class ChainThreads implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Executor calls;
    private final @Nullable ExecutorService owned;
    private final ExecutorService wire;
    private final ScheduledThreadPoolExecutor watchdog;

    private ChainThreads(@Nullable Executor given, int most) {
        this.owned = given == null ? pool("active-ia-llm-", most) : null;
        this.calls = given == null && owned != null ? owned : java.util.Objects.requireNonNull(given);
        this.wire = Executors.newCachedThreadPool(named("active-ia-llm-wire-"));
        this.watchdog = new ScheduledThreadPoolExecutor(1, named("active-ia-llm-watchdog-"));
        watchdog.setRemoveOnCancelPolicy(true);
        watchdog.setKeepAliveTime(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        watchdog.allowCoreThreadTimeOut(true);
    }

    /** Takes the host's executor for the calls, or makes one with at most so many threads. */
    static ChainThreads of(@Nullable Executor given, int most) {
        return new ChainThreads(given, most);
    }

    Executor calls() {
        return calls;
    }

    Executor wire() {
        return wire;
    }

    ScheduledThreadPoolExecutor watchdog() {
        return watchdog;
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
        if (owned != null) {
            owned.shutdownNow();
        }
        wire.shutdownNow();
    }

    private static ExecutorService pool(String name, int most) {
        return new ThreadPoolExecutor(
                0, most, IDLE.toMillis(), TimeUnit.MILLISECONDS, new SynchronousQueue<>(), named(name));
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
