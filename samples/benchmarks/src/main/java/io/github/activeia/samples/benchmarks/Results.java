package io.github.activeia.samples.benchmarks;

import java.util.List;

/** Everything that a run measured. The first corpus is the one with judgements; one that was grown from it may follow. */
record Results(List<CorpusResult> corpora, List<CorpusResult> loads, List<ReingestResult> reingests) {
    Results {
        corpora = List.copyOf(corpora);
        loads = List.copyOf(loads);
        reingests = List.copyOf(reingests);
    }
}
