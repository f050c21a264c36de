package io.github.activeia.samples.benchmarks;

import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.evaluation.BeirDataset;
import io.github.activeia.samples.quickstart.Terminal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
     * Measures all corpora; the first is also grown, ingested again, and loaded with the number of passages that a floor speaks of.
     *
     * @param chunks to how many passages the first is grown; no more than it has to leave that out
     * @param quick whether to search less and to load less
     */
    Results run(List<Path> folders, int chunks, boolean quick) {
        Corpora corpora = new Corpora(new VectorCache(Terminal.state().resolve("benchmarks"), model));
        Experiment experiment = new Experiment(database, model, quick ? Effort.quick() : Effort.full(), phases);
        List<Peer> large = peers.stream()
                .filter(peer -> peer.storesGrown() && !notGrown.contains(peer))
                .toList();
        List<CorpusResult> measured = new ArrayList<>();
        Dataset first = corpora.embed(folders.get(0), BeirDataset.load(folders.get(0)));
        phases.begin(first.name(), "warming up");
        experiment.warmUp(first, peers);
        for (Path folder : folders) {
            BeirDataset judged = BeirDataset.load(folder);
            measured.add(experiment.run(corpora.embed(folder, judged), judged, peers));
        }
        if (chunks > first.rows().size()) {
            measured.add(
                    experiment.run(CorpusGrowth.grow(first, chunks, SEED), BeirDataset.load(folders.get(0)), large));
        }
        phases.begin(first.name(), "ingesting " + REINGESTED + " files twice");
        List<ReingestResult> again = new Reingest(database, model, first, REINGESTED).of(peers);
        List<CorpusResult> loads = quick
                ? List.of()
                : List.of(experiment.load(CorpusGrowth.grow(first, Checks.INDEXED_ROWS, SEED), large));
        return new Results(measured, loads, again);
    }
}
