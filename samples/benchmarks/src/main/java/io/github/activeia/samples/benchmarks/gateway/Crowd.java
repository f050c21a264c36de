package io.github.activeia.samples.benchmarks.gateway;

import io.github.activeia.agents.ActiveIa;
import io.github.activeia.core.cache.CaffeineCache;
import io.github.activeia.core.trace.TraceStore;
import io.github.activeia.rag.KnowledgeBase;
import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.ingestion.IngestionReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many students at once, over a folder of course files in the embedded store, as many threads as there are cores. */
final class Crowd {
    private static final long CACHE_BYTES = 64_000_000;

    private final Path course;
    private final Embedder embedder;
    private final Duration warmUp;
    private final Duration time;

    Crowd(Path course, Embedder embedder, Duration warmUp, Duration time) {
        this.course = course;
        this.embedder = embedder;
        this.warmUp = warmUp;
        this.time = time;
    }

    /** Questions a second, with the answer cache and without it. */
    record Measured(double plain, double answersKept, int threads) {}

    Measured measure() throws Exception {
        Path index = Files.createTempDirectory("bench-gateway");
        CaffeineCache vectors = CaffeineCache.of(CACHE_BYTES, Clock.systemUTC());
        try (KnowledgeBase knowledge = KnowledgeBase.lucene(index, embedder.cached(vectors))) {
            IngestionReport report = knowledge.ingest(course);
            Classroom room = new Classroom(report.course().value());
            return new Measured(
                    rate(knowledge, room, false),
                    rate(knowledge, room, true),
                    Runtime.getRuntime().availableProcessors());
        } finally {
            delete(index);
        }
    }

    private double rate(KnowledgeBase knowledge, Classroom room, boolean keepAnswers) throws Exception {
        ReplayedModel model = ReplayedModel.of(List.of(Classroom.reply(false)));
        // A model that does not say who it is has no answers kept, and passages are kept all the same.
        try (ActiveIa tutor = ActiveIa.builder()
                .knowledge(knowledge)
                .llm(keepAnswers ? model.identified() : model)
                .cache(CaffeineCache.of(CACHE_BYTES, Clock.systemUTC()))
                .traces(TraceStore.none())
                .build()) {
            count(tutor, room, warmUp);
            return count(tutor, room, time) / (time.toNanos() / 1e9);
        }
    }

    private static long count(ActiveIa tutor, Classroom room, Duration time)
            throws InterruptedException, ExecutionException {
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService students = Executors.newFixedThreadPool(threads);
        try {
            long end = System.nanoTime() + time.toNanos();
            Callable<Long> asking = () -> {
                long asked = 0;
                while (System.nanoTime() < end) {
                    Classroom.answered(tutor.ask(room.next()));
                    asked++;
                }
                return asked;
            };
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(students.submit(asking));
            }
            long asked = 0;
            for (Future<Long> one : running) {
                asked += one.get();
            }
            return asked;
        } finally {
            students.shutdown();
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.sorted((a, b) -> b.compareTo(a)).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
