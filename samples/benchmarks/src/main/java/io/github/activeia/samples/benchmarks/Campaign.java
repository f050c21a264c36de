package io.github.activeia.samples.benchmarks;

import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.evaluation.BeirDataset;
import io.github.activeia.samples.quickstart.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Everything that one run measures, in order. */
final class Campaign {
    private static final long SEED = 7;
    private static final int REINGESTED = 200;

    private final Database database;
    private final Embedder model;
    private final List<Peer> peers;
    private final List<Peer> notGrown;
    private final Phases phases;

    Campaign(Database database, Embedder model, List<Peer> peers, List<Peer> notGrown, Phases phases) {
        this.database = database;
        this.model = model;
        this.peers = List.copyOf(peers);
        this.notGrown = List.copyOf(notGrown);
        this.phases = phases;
    }

    /**
     * Measures all corpora; the first is also ingested again, loaded with the number of passages that a floor speaks of, and, what takes
     * longest, grown.
     *
     * @param chunks to how many passages the first is grown; no more than it has to leave that out
     * @param quick whether to search less and to load less
     * @param known is told what has been measured each time that there is more, so that a run which is stopped leaves something
     */
    void run(List<Path> folders, int chunks, boolean quick, Consumer<Results> known) {
        Corpora corpora = new Corpora(new VectorCache(Terminal.state().resolve("benchmarks"), model));
        Experiment experiment = new Experiment(database, model, quick ? Effort.quick() : Effort.full(), phases);
        BeirDataset judged = BeirDataset.load(folders.get(0));
        Dataset first = corpora.embed(folders.get(0), judged);
        phases.begin(first.name(), "warming up");
        experiment.warmUp(first, peers);
        Results results = Results.none();
        for (Path folder : folders) {
            BeirDataset next = BeirDataset.load(folder);
            results = results.and(experiment.run(corpora.embed(folder, next), next, peers));
            known.accept(results);
        }
        phases.begin(first.name(), "ingesting " + REINGESTED + " files twice");
        results = results.again(new Reingest(database, model, first, REINGESTED).of(peers));
        List<Peer> large = peers.stream()
                .filter(peer -> peer.storesGrown() && !notGrown.contains(peer))
                .toList();
        if (!quick) {
            results = results.loaded(experiment.load(CorpusGrowth.grow(first, Checks.INDEXED_ROWS, SEED), large));
        }
        known.accept(results);
        if (chunks > first.rows().size()) {
            known.accept(results.and(experiment.run(CorpusGrowth.grow(first, chunks, SEED), judged, large)));
        }
    }
}
