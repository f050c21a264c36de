package io.github.activeia.samples.benchmarks;

import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.evaluation.BeirDataset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Lets one contender after the other store and search one dataset. Each loads it twice: once as one course, for the ingestion, the
 * ranking and the searches without a filter, and once split into courses, for those with one. So nobody stores a passage twice.
 */
final class Experiment {
    private static final long SEED = 42;
    private static final int WARM_UP = 2000;

    private final Database database;
    private final Embedder model;
    private final Effort effort;
    private final Phases phases;

    Experiment(Database database, Embedder model, Effort effort, Phases phases) {
        this.database = database;
        this.model = model;
        this.effort = effort;
        this.phases = phases;
    }

    /**
     * Measures everything.
     *
     * @param judged which passage answers which question
     */
    CorpusResult run(Dataset dataset, BeirDataset judged, List<Peer> peers) {
        phases.begin(dataset.name(), "finding the nearest passages by comparing all");
        List<Asked> timed = dataset.asking(effort.questions(), SEED).questions();
        Dataset split = dataset.split(SEED);
        Map<CourseShare, ExactAnswers> within = new EnumMap<>(CourseShare.class);
        CourseShare.measured()
                .forEach(share -> within.put(share, ExactAnswers.of(split.rows(), timed, share.course())));
        ExactAnswers exact = ExactAnswers.of(dataset.rows(), timed, Dataset.EVERYTHING);
        List<PeerResult> results = new ArrayList<>();
        for (Peer peer : peers) {
            PeerResult whole = with(peer, dataset, turn -> whole(peer, turn, judged, exact));
            boolean filters = peer.modes().contains(Mode.VECTOR);
            results.add(filters ? whole.plus(with(peer, split, turn -> filtered(peer, turn, within))) : whole);
        }
        return new CorpusResult(dataset.name(), dataset.rows().size(), timed.size(), results);
    }

    /** Lets everybody store a little and forget it, so that nobody pays for being the first. */
    void warmUp(Dataset dataset, List<Peer> peers) {
        Dataset little = dataset.first(WARM_UP);
        for (int round = 0; round < 2; round++) {
            load(little, peers);
        }
    }

    /** Measures only how long storing takes. */
    CorpusResult load(Dataset dataset, List<Peer> peers) {
        List<PeerResult> results = new ArrayList<>();
        for (Peer peer : peers) {
            results.add(with(peer, dataset, turn -> stored(peer, turn)));
        }
        return new CorpusResult(dataset.name(), dataset.rows().size(), 0, results);
    }

    private PeerResult stored(Peer peer, Turn turn) {
        Loading loading = turn.store();
        database.settle(peer.schema());
        return new PeerResult(peer, loading, turn.bytesPerRow(), List.of(), Map.of());
    }

    private PeerResult whole(Peer peer, Turn turn, BeirDataset judged, ExactAnswers exact) {
        PeerResult stored = stored(peer, turn);
        return new PeerResult(
                peer,
                stored.loading(),
                stored.bytesPerRow(),
                turn.timings(exact, effort),
                turn.isGrown() && !peer.ranksGrown() ? Map.of() : turn.quality(judged));
    }

    private List<PeerResult.Timing> filtered(Peer peer, Turn turn, Map<CourseShare, ExactAnswers> within) {
        stored(peer, turn);
        List<PeerResult.Timing> timings = new ArrayList<>();
        within.forEach((share, exact) -> timings.add(turn.filtered(share, exact, effort)));
        return timings;
    }

    private <T> T with(Peer peer, Dataset dataset, Function<Turn, T> measured) {
        database.recreate(peer.schema());
        Site site = new Site(database, peer.schema(), dataset, new KnownQuestions(model, dataset.questions()));
        try (Contender contender = peer.open(site)) {
            return measured.apply(new Turn(peer, contender, dataset, phases));
        } finally {
            database.drop(peer.schema());
        }
    }
}
