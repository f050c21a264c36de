package io.github.activeia.core.llm;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that a chain owns: as many as there are calls, none when idle, never more than its bulkheads allow. */
final class CallThreads implements ThreadFactory {
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final AtomicInteger count = new AtomicInteger();

    private CallThreads() {}

    static ExecutorService pool(int maxThreads) {
        return new ThreadPoolExecutor(
                0, maxThreads, IDLE.toMillis(), TimeUnit.MILLISECONDS, new SynchronousQueue<>(), new CallThreads());
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "active-ia-llm-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
