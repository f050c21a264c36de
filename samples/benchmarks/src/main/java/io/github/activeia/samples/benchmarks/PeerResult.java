package io.github.activeia.samples.benchmarks;

import io.github.activeia.rag.evaluation.RankingMetrics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one contender did with one dataset.
 *
 * @param peer the contender
 * @param loading how long they took to store
 * @param bytesPerRow what each takes, indexes included
 * @param timings how fast searches were
 * @param quality how good the ranking was, where the dataset has judgements
 */
record PeerResult(
        Peer peer, Loading loading, double bytesPerRow, List<Timing> timings, Map<Mode, RankingMetrics> quality) {
    /** The scope of a search that no filter narrows. */
    static final String UNFILTERED = "all";

    PeerResult {
        timings = List.copyOf(timings);
        quality = Collections.unmodifiableMap(new TreeMap<>(quality));
    }

    /**
     * How fast one kind of search was.
     *
     * @param mode what it was answered by
     * @param scope {@link #UNFILTERED}, or the share of the passages that the filter leaves
     * @param threads how many asked at once
     * @param latency the times
     * @param recall the share of the ten nearest that was found, or null for a hybrid search, which does not look for them alone
     */
    record Timing(Mode mode, String scope, int threads, LatencySummary latency, @Nullable Double recall) {}

    /** Returns the same result with more timings. */
    PeerResult plus(List<Timing> more) {
        List<Timing> all = new ArrayList<>(timings);
        all.addAll(more);
        return new PeerResult(peer, loading, bytesPerRow, all, quality);
    }

    Optional<Timing> timing(Mode mode, String scope, int threads) {
        return timings.stream()
                .filter(t -> t.mode() == mode && t.scope().equals(scope) && t.threads() == threads)
                .findFirst();
    }
}
