package io.github.activeia.samples.benchmarks.gateway;

import io.github.activeia.agents.ActiveIa;
import io.github.activeia.core.ReplyEvent;
import io.github.activeia.core.knowledge.SolutionIndex;
import io.github.activeia.samples.benchmarks.LatencySummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long a sentence takes from the piece that ends it to the student. */
final class SentenceTimes {
    private static final int LAST = 3;

    private final List<Long> first = new ArrayList<>();
    private final List<Long> last = new ArrayList<>();
    private final List<Long> now = new ArrayList<>();
    private long piece;

    private SentenceTimes() {}

    /** The first sentence of each reply, and the last three. */
    record Measured(LatencySummary first, LatencySummary last) {}

    static Measured measure(int replies) {
        return new SentenceTimes().run(replies);
    }

    private Measured run(int replies) {
        SolutionIndex index = new WordSolutions(Classroom.solutions());
        ReplayedModel model = ReplayedModel.of(List.of(Classroom.reply(true))).telling(() -> piece = System.nanoTime());
        Classroom room = new Classroom();
        long start = System.nanoTime();
        try (ActiveIa tutor = AskBenchmark.tutor(model, index)) {
            for (int i = -replies; i < replies; i++) {
                now.clear();
                Classroom.answered(tutor.ask(room.next(), this::hear));
                if (i >= 0) {
                    first.add(now.get(0));
                    last.addAll(now.subList(now.size() - LAST, now.size()));
                }
            }
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        return new Measured(summary(first, elapsed), summary(last, elapsed));
    }

    /** What stands below the reply, such as its sources, is told at the end and is no sentence of the model. */
    private void hear(ReplyEvent event) {
        if (event instanceof ReplyEvent.Text && now.size() < Classroom.sentences()) {
            now.add(System.nanoTime() - piece);
        }
    }

    private static LatencySummary summary(List<Long> nanos, Duration elapsed) {
        return LatencySummary.of(nanos.stream().mapToLong(Long::longValue).toArray(), elapsed);
    }
}
