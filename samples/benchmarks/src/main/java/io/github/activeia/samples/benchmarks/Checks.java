package io.github.activeia.samples.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares the results with the floors. All latencies are those of one thread. */
final class Checks {
    /** How many passages the floor for the HNSW index speaks of. */
    static final int INDEXED_ROWS = 20_000;

    private static final int LARGE = 100_000;
    private static final double HYBRID_SPEED = 20;
    private static final double HYBRID_NDCG = 0.10;
    private static final double LARGE_P50 = 10;
    private static final double LARGE_P99 = 25;
    private static final double LARGE_LOSS = 0.003;
    private static final double FILTER_SPEED = 10;
    private static final double FILTER_RECALL = 0.99;
    private static final double INDEX_SECONDS = 8;
    private static final double REINGEST_SPEED = 100;

    private final Results results;
    private final List<Check> checks = new ArrayList<>();

    private Checks(Results results) {
        this.results = results;
    }

    static List<Check> of(Results results) {
        Checks checks = new Checks(results);
        checks.judged(results.corpora().get(0));
        checks.large();
        CorpusResult largest = results.corpora().stream()
                .max((a, b) -> Integer.compare(a.rows(), b.rows()))
                .orElseThrow();
        checks.filters(largest);
        checks.loading(largest);
        checks.reingest();
        return checks.checks;
    }

    private void judged(CorpusResult corpus) {
        Double ours = p50(corpus, Peer.ACTIVE_IA, Mode.HYBRID, PeerResult.UNFILTERED);
        Double theirs = p50(corpus, Peer.LANGCHAIN4J_HYBRID, Mode.HYBRID, PeerResult.UNFILTERED);
        ratio("hybrid p50, " + corpus.corpus(), HYBRID_SPEED, ours, theirs, "ms");
        Double gain = difference(ndcg(corpus, Peer.ACTIVE_IA), ndcg(corpus, Peer.LANGCHAIN4J_HYBRID));
        add(
                "hybrid nDCG@10 over langchain4j HYBRID, " + corpus.corpus(),
                "at least +" + number(HYBRID_NDCG),
                gain == null ? null : String.format(Locale.ROOT, "%+.3f", gain),
                gain != null && gain >= HYBRID_NDCG);
    }

    private void large() {
        Optional<CorpusResult> large = results.corpora().stream()
                .filter(corpus -> corpus.rows() >= LARGE)
                .findFirst();
        Optional<PeerResult.Timing> timing = large.flatMap(corpus -> corpus.of(Peer.ACTIVE_IA))
                .flatMap(peer -> peer.timing(Mode.HYBRID, PeerResult.UNFILTERED, 1));
        atMost(
                "hybrid p50, 100,000 chunks",
                LARGE_P50,
                value(timing.map(t -> t.latency().p50())),
                "ms");
        atMost(
                "hybrid p99, 100,000 chunks",
                LARGE_P99,
                value(timing.map(t -> t.latency().p99())),
                "ms");
        Double loss = large.isEmpty()
                ? null
                : difference(ndcg(large.get(), Peer.ACTIVE_IA_EXHAUSTIVE), ndcg(large.get(), Peer.ACTIVE_IA));
        add(
                "hybrid nDCG@10 lost to scoring all chunks with the words, 100,000 chunks",
                "at most " + LARGE_LOSS,
                loss == null ? null : String.format(Locale.ROOT, "%.4f", loss),
                loss != null && loss <= LARGE_LOSS);
    }

    private void filters(CorpusResult corpus) {
        for (CourseShare share : List.of(CourseShare.TWENTIETH, CourseShare.TWO_HUNDREDTH)) {
            String name = "filter of " + share.label() + ", " + corpus.corpus();
            Double theirs = p50(corpus, Peer.LANGCHAIN4J, Mode.VECTOR, share.label());
            ratio(name + ", p50", FILTER_SPEED, p50(corpus, Peer.ACTIVE_IA, Mode.VECTOR, share.label()), theirs, "ms");
            Double recall = value(corpus.of(Peer.ACTIVE_IA)
                    .flatMap(peer -> peer.timing(Mode.VECTOR, share.label(), 1))
                    .map(PeerResult.Timing::recall));
            add(
                    name + ", recall@10",
                    "at least " + number(FILTER_RECALL),
                    recall == null ? null : number(recall),
                    recall != null && recall >= FILTER_RECALL);
        }
    }

    private void loading(CorpusResult corpus) {
        Double ours = seconds(corpus, Peer.ACTIVE_IA, Loading::stored);
        Double theirs = seconds(corpus, Peer.LANGCHAIN4J, Loading::stored);
        ratio("bulk load without index, " + corpus.corpus(), 1, ours, theirs, "s");
        Double indexed = results.loads().stream()
                .filter(load -> load.rows() == INDEXED_ROWS)
                .findFirst()
                .map(load -> seconds(load, Peer.ACTIVE_IA, Loading::indexed))
                .orElse(null);
        atMost("ready through HNSW, 20,000 chunks", INDEX_SECONDS, indexed, "s");
    }

    private void reingest() {
        Double ours = again(OurStore.NAME);
        Double theirs = results.reingests().stream()
                .filter(r -> !r.peer().equals(OurStore.NAME))
                .findFirst()
                .map(r -> r.again().toNanos() / 1e9)
                .orElse(null);
        ratio("unchanged files ingested again", REINGEST_SPEED, ours, theirs, "s");
    }

    private @Nullable Double again(String peer) {
        return value(results.reingests().stream()
                .filter(r -> r.peer().equals(peer))
                .findFirst()
                .map(r -> r.again().toNanos() / 1e9));
    }

    private void ratio(String name, double times, @Nullable Double ours, @Nullable Double theirs, String unit) {
        String required = times == 1
                ? "not slower than langchain4j-pgvector"
                : "at least " + number(times) + " times faster than langchain4j-pgvector";
        if (ours == null || theirs == null) {
            add(name, required, null, false);
            return;
        }
        double faster = theirs / ours;
        add(
                name,
                required,
                number(faster) + " times: " + number(ours) + " " + unit + " against " + number(theirs) + " " + unit,
                faster >= times);
    }

    private void atMost(String name, double limit, @Nullable Double measured, String unit) {
        add(
                name,
                "at most " + number(limit) + " " + unit,
                measured == null ? null : number(measured) + " " + unit,
                measured != null && measured <= limit);
    }

    private void add(String name, String required, @Nullable String measured, boolean passed) {
        checks.add(new Check(name, required, measured == null ? "not measured" : measured, passed));
    }

    private static @Nullable Double p50(CorpusResult corpus, Peer peer, Mode mode, String scope) {
        return value(
                corpus.of(peer).flatMap(result -> result.timing(mode, scope, 1)).map(timing -> timing.latency()
                        .p50()));
    }

    private static @Nullable Double ndcg(CorpusResult corpus, Peer peer) {
        return value(corpus.of(peer)
                .flatMap(result -> Optional.ofNullable(result.quality().get(Mode.HYBRID)))
                .map(metrics -> metrics.ndcg()));
    }

    private static @Nullable Double seconds(
            CorpusResult corpus, Peer peer, Function<Loading, @Nullable Duration> which) {
        return value(corpus.of(peer)
                .map(PeerResult::loading)
                .map(loading -> which.apply(loading))
                .map(duration -> duration.toNanos() / 1e9));
    }

    private static @Nullable Double difference(@Nullable Double a, @Nullable Double b) {
        return a == null || b == null ? null : a - b;
    }

    private static @Nullable Double value(Optional<Double> optional) {
        return optional.orElse(null);
    }

    private static String number(double value) {
        return Figures.of(value);
    }
}
