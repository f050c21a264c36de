package io.github.activeia.agents.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Has many threads do the same at the same time. */
final class Crowd {
    private Crowd() {}

    /** What one thread does. */
    @FunctionalInterface
    interface Member {
        void act(int thread) throws Exception;
    }

    /** Returns when all are done; what one of them throws is thrown. */
    static void of(int threads, Member member) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> done = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int thread = t;
            done.add(pool.submit(() -> {
                start.await();
                member.act(thread);
                return null;
            }));
        }
        start.countDown();
        try {
            for (Future<?> each : done) {
                each.get();
            }
        } finally {
            pool.shutdown();
        }
    }
}
