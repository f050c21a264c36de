package io.github.activeia.samples.benchmarks;

import io.github.activeia.core.CourseId;
import io.github.activeia.rag.evaluation.BeirDataset;
import io.github.activeia.rag.evaluation.RankingMetrics;
import io.github.activeia.rag.evaluation.RetrievalEvaluation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One contender with one dataset: what can be measured. */
final class Turn {
    private final Peer peer;
    private final Contender contender;
    private final Dataset dataset;
    private final Phases phases;

    Turn(Peer peer, Contender contender, Dataset dataset, Phases phases) {
        this.peer = peer;
        this.contender = contender;
        this.dataset = dataset;
        this.phases = phases;
    }

    boolean isGrown() {
        return CorpusGrowth.isGrown(dataset);
    }

    Loading store() {
        say("storing " + dataset.rows().size());
        return contender.load(dataset.rows());
    }

    double bytesPerRow() {
        return (double) contender.bytes() / dataset.rows().size();
    }

    /** Asks every question of the judgements, in every mode. */
    Map<Mode, RankingMetrics> quality(BeirDataset judged) {
        Map<Mode, RankingMetrics> quality = new EnumMap<>(Mode.class);
        RetrievalEvaluation evaluation = RetrievalEvaluation.of(judged, new CourseId(Dataset.EVERYTHING));
        for (Mode mode : peer.modes()) {
            say(mode.label() + ", ranking");
            ContenderSource source = new ContenderSource(contender, mode, dataset.questions());
            quality.put(mode, evaluation.run(source).overall());
        }
        return quality;
    }

    /** Times the questions without a filter, in every mode and with every number of threads. */
    List<PeerResult.Timing> timings(ExactAnswers exact, Effort effort) {
        List<PeerResult.Timing> timings = new ArrayList<>();
        for (Mode mode : peer.modes()) {
            Double recall = mode == Mode.VECTOR ? recall(exact, null) : null;
            for (int threads : effort.threads()) {
                say(mode.label() + ", " + threads + (threads == 1 ? " thread" : " threads"));
                LatencySummary latency = effort.driver()
                        .run(threads, exact.questions(), q -> contender.search(new Search(q, mode, null)));
                timings.add(new PeerResult.Timing(mode, PeerResult.UNFILTERED, threads, latency, recall));
            }
        }
        return timings;
    }

    /** Times the same within one course, by meaning, with one thread. */
    PeerResult.Timing filtered(CourseShare share, ExactAnswers exact, Effort effort) {
        say("filter that leaves " + share.label());
        String course = share.course();
        double recall = recall(exact, course);
        LatencySummary latency =
                effort.driver().run(1, exact.questions(), q -> contender.search(new Search(q, Mode.VECTOR, course)));
        return new PeerResult.Timing(Mode.VECTOR, share.label(), 1, latency, recall);
    }

    private double recall(ExactAnswers exact, @Nullable String course) {
        return exact.questions().stream()
                .mapToDouble(q -> exact.recall(q, contender.search(new Search(q, Mode.VECTOR, course))))
                .average()
                .orElse(0);
    }

    private void say(String what) {
        phases.begin(dataset.name(), peer.label(), what);
    }
}
