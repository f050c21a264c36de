package io.github.activeia.samples.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Asks from many threads at once, each the next question as soon as the last was answered. The warm-up asks every question once.
 * Both end early when their time is up; then fewer questions were measured, and the summary says how many.
 */
final class LoadDriver {
    private final int queries;
    private final Duration warmUp;
    private final Duration atMost;

    LoadDriver(int queries, Duration warmUp, Duration atMost) {
        this.queries = queries;
        this.warmUp = warmUp;
        this.atMost = atMost;
    }

    <T> LatencySummary run(int threads, List<T> questions, Consumer<T> ask) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            times(executor, threads, new Round<>(questions, ask, questions.size(), warmUp.toNanos()));
            Stopwatch watch = new Stopwatch();
            long[] nanos = times(executor, threads, new Round<>(questions, ask, queries, atMost.toNanos()));
            return LatencySummary.of(nanos, watch.elapsed());
        } finally {
            executor.shutdownNow();
        }
    }

    private static <T> long[] times(ExecutorService executor, int threads, Round<T> round) {
        List<Callable<long[]>> askers = IntStream.range(0, threads)
                .mapToObj(i -> (Callable<long[]>) round::ask)
                .toList();
        try {
            long[] all = new long[0];
            for (Future<long[]> times : executor.invokeAll(askers)) {
                long[] more = times.get();
                int before = all.length;
                all = Arrays.copyOf(all, before + more.length);
                System.arraycopy(more, 0, all, before, more.length);
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a search failed while measuring", e.getCause());
        }
    }

    /** The questions that the threads share out among themselves. */
    private static final class Round<T> {
        private final List<T> questions;
        private final Consumer<T> ask;
        private final int queries;
        private final long deadline;
        private final AtomicInteger next = new AtomicInteger();

        Round(List<T> questions, Consumer<T> ask, int queries, long nanos) {
            this.questions = questions;
            this.ask = ask;
            this.queries = queries;
            this.deadline = System.nanoTime() + nanos;
        }

        long[] ask() {
            long[] times = new long[queries];
            int asked = 0;
            int number = next.getAndIncrement();
            while (number < queries && System.nanoTime() < deadline) {
                long start = System.nanoTime();
                ask.accept(questions.get(number % questions.size()));
                times[asked++] = System.nanoTime() - start;
                number = next.getAndIncrement();
            }
            return Arrays.copyOf(times, asked);
        }
    }
}
