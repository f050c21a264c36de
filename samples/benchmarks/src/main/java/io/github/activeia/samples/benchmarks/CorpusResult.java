package io.github.activeia.samples.benchmarks;

import java.util.List;
import java.util.Optional;

/** What the contenders did with one dataset. */
record CorpusResult(String corpus, int rows, int questions, List<PeerResult> peers) {
    CorpusResult {
        peers = List.copyOf(peers);
    }

    Optional<PeerResult> of(Peer peer) {
        return peers.stream().filter(result -> result.peer() == peer).findFirst();
    }
}
