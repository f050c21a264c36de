package io.github.activeia.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Many threads that begin at once. */
record Crowd(int threads) {
    static Crowd of(int threads) {
        return new Crowd(threads);
    }

    /** Has each thread do something some times, and waits for all of them. */
    void each(int times, Runnable work) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch ready = new CountDownLatch(threads);
        List<Future<?>> ends = new ArrayList<>();
        try {
            for (int i = 0; i < threads; i++) {
                ends.add(pool.submit(() -> {
                    ready.countDown();
                    ready.await();
                    for (int j = 0; j < times; j++) {
                        work.run();
                    }
                    return null;
                }));
            }
            for (Future<?> end : ends) {
                end.get(120, TimeUnit.SECONDS);
            }
        } catch (InterruptedException | ExecutionException | java.util.concurrent.TimeoutException failure) {
            throw new AssertionError("a thread failed", failure);
        } finally {
            pool.shutdownNow();
        }
        assertThat(ends).hasSize(threads);
    }
}
