package io.github.activeia.samples.benchmarks.chain;

import io.github.activeia.core.testing.BareClientFaults.Outcome;
import io.github.activeia.samples.benchmarks.chain.Overhead.First;
import io.github.activeia.samples.benchmarks.chain.Overhead.Whole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a run measured; what was not is empty or null.
 *
 * @param bare what the bare clients make of each fault
 * @param chained what a chain makes of it, in the same order
 * @param whole what a whole answer costs
 * @param first what the first token of a stream costs
 * @param load what became of many streams
 */
record Results(
        List<Outcome> bare,
        List<Outcome> chained,
        List<Whole> whole,
        @Nullable First first,
        @Nullable LoadResult load) {
    Results {
        bare = List.copyOf(bare);
        chained = List.copyOf(chained);
        whole = List.copyOf(whole);
    }

    static Results none() {
        return new Results(List.of(), List.of(), List.of(), null, null);
    }

    Results bare(List<Outcome> outcomes) {
        return new Results(outcomes, chained, whole, first, load);
    }

    Results chained(List<Outcome> outcomes) {
        return new Results(bare, outcomes, whole, first, load);
    }

    Results whole(List<Whole> measured) {
        return new Results(bare, chained, measured, first, load);
    }

    Results first(First measured) {
        return new Results(bare, chained, whole, measured, load);
    }

    Results load(LoadResult measured) {
        return new Results(bare, chained, whole, first, measured);
    }
}
