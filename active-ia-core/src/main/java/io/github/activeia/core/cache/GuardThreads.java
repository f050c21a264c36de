package io.github.activeia.core.cache;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that a guard owns: as many as there are calls, none when idle, and no queue in which calls could pile up. */
final class GuardThreads implements ThreadFactory {
    private static final int IDLE_SECONDS = 30;

    private final String cache;
    private final AtomicInteger count = new AtomicInteger();

    private GuardThreads(String cache) {
        this.cache = cache;
    }

    static ExecutorService pool(String cache, int maxThreads) {
        return new ThreadPoolExecutor(
                0, maxThreads, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), new GuardThreads(cache));
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "active-ia-cache-" + cache + "-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
