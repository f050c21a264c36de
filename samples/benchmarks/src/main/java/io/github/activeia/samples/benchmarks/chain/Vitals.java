package io.github.activeia.samples.benchmarks.chain;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Looks at the threads and the heap of this process from time to time, and keeps the highest. Thread-safe. */
final class Vitals implements AutoCloseable {
    private static final Duration OFTEN = Duration.ofMillis(100);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger threads = new AtomicInteger();
    private final AtomicLong heap = new AtomicLong();
    private @Nullable Future<?> looks;

    static Vitals watch() {
        Vitals vitals = new Vitals();
        vitals.looks = vitals.thread.scheduleAtFixedRate(vitals::look, 0, OFTEN.toMillis(), TimeUnit.MILLISECONDS);
        return vitals;
    }

    /** Returns the threads that are alive now. */
    static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet();
    }

    /** Waits until no thread is alive that was not there before, and returns the names of those that are there in spite of that. */
    static List<String> left(Set<Thread> before, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        List<String> left = since(before);
        while (!left.isEmpty() && System.nanoTime() - until < 0) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(OFTEN.toMillis());
            left = since(before);
        }
        return left;
    }

    private static List<String> since(Set<Thread> before) {
        return threads().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .sorted()
                .toList();
    }

    int mostThreads() {
        return threads.get();
    }

    /** Returns the most heap in use that was seen, what is not collected yet included. */
    long mostHeap() {
        return heap.get();
    }

    private void look() {
        threads.accumulateAndGet(ManagementFactory.getThreadMXBean().getThreadCount(), Math::max);
        heap.accumulateAndGet(
                Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory(), Math::max);
    }

    @Override
    public void close() {
        if (looks != null) {
            looks.cancel(false);
        }
        thread.shutdownNow();
    }
}
