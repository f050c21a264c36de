package io.github.activeia.samples.benchmarks;

import java.util.List;
import java.util.stream.Stream;

/** Everything that a run measured. The first corpus is the one with judgements; one that was grown from it may follow. */
record Results(List<CorpusResult> corpora, List<CorpusResult> loads, List<ReingestResult> reingests) {
    Results {
        corpora = List.copyOf(corpora);
        loads = List.copyOf(loads);
        reingests = List.copyOf(reingests);
    }

    static Results none() {
        return new Results(List.of(), List.of(), List.of());
    }

    Results and(CorpusResult corpus) {
        return new Results(Stream.concat(corpora.stream(), Stream.of(corpus)).toList(), loads, reingests);
    }

    Results loaded(CorpusResult load) {
        return new Results(corpora, List.of(load), reingests);
    }

    Results again(List<ReingestResult> twice) {
        return new Results(corpora, loads, twice);
    }
}
