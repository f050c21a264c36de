package io.github.activeia.samples.benchmarks.chain;

import io.github.activeia.core.testing.BareClientFaults.Outcome;
import io.github.activeia.samples.benchmarks.Check;
import io.github.activeia.samples.benchmarks.Figures;
import io.github.activeia.samples.benchmarks.chain.LoadResult.Ending;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the results with the floors; what was not measured was not reached. */
final class Floors {
    private static final double WHOLE_MICROS = 50;
    private static final double FIRST_MILLIS = 5;

    private final List<Check> checks = new ArrayList<>();

    private Floors() {}

    static List<Check> of(Results results) {
        Floors floors = new Floors();
        floors.faults(results.chained());
        floors.load(results.load());
        floors.overhead(results);
        return floors.checks;
    }

    private void faults(List<Outcome> chained) {
        long good = chained.stream()
                .filter(outcome ->
                        !FaultTables.hangs(outcome) && !outcome.outcome().startsWith("untyped"))
                .count();
        add(
                "every fault ends, chain",
                "a completion or a typed error, each time",
                chained.isEmpty() ? null : good + " of " + chained.size(),
                good == chained.size());
        Optional<Outcome> slowest = chained.stream().max(Comparator.comparing(Outcome::took));
        add(
                "every fault ends in time, chain",
                "at most 2 s + 100 ms",
                slowest.map(outcome -> outcome.took().toMillis() + " ms at most")
                        .orElse(null),
                chained.stream().noneMatch(FaultTables::late));
    }

    private void load(@Nullable LoadResult load) {
        add(
                "streams that hang, " + StreamLoad.OPEN + " at once",
                "none",
                load == null ? null : load.count(Ending.HUNG) + " of " + Figures.count(load.streams()),
                load != null && load.count(Ending.HUNG) == 0);
        add(
                "streams that end in another way than one whole answer or a typed error",
                "none",
                load == null ? null : load.count(Ending.WRONG) + " of " + Figures.count(load.streams()),
                load != null && load.count(Ending.WRONG) == 0);
        add(
                "new threads that are left when the chain is closed",
                "none",
                load == null ? null : Integer.toString(load.threads().left().size()),
                load != null && load.threads().left().isEmpty());
    }

    private void overhead(Results results) {
        for (int threads = 1; threads <= 2; threads++) {
            int asking = threads;
            Optional<Overhead.Whole> whole = results.whole().stream()
                    .filter(measured -> measured.threads() == asking)
                    .findFirst();
            add(
                    "added to a whole answer, p50, threads: " + threads,
                    "at most 50 µs",
                    whole.map(measured -> Figures.of(measured.added()) + " µs").orElse(null),
                    whole.filter(measured -> measured.added() <= WHOLE_MICROS).isPresent());
        }
        Overhead.First first = results.first();
        add(
                "added to the first token, p50",
                "at most 5 ms",
                first == null ? null : Figures.of(first.added()) + " ms",
                first != null && first.added() <= FIRST_MILLIS);
    }

    private void add(String name, String required, @Nullable String measured, boolean passed) {
        checks.add(new Check(name, required, measured == null ? "not measured" : measured, measured != null && passed));
    }
}
