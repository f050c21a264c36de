package io.github.activeia.samples.benchmarks.chain;

import io.github.activeia.samples.benchmarks.LatencySummary;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of many streams.
 *
 * @param kept how long the streams that ended were replaced
 * @param flaps how often the first provider turned bad
 * @param endings how many streams ended in which way
 * @param errors what the streams without an answer were told
 * @param firstToken milliseconds until the first piece; null where no stream had one
 * @param end milliseconds until the end of the completed ones; null where there was none
 * @param threads threads of this process
 * @param mostHeap bytes in use at most, servers and garbage included
 */
record LoadResult(
        Duration kept,
        int flaps,
        Map<Ending, Integer> endings,
        Map<String, Integer> errors,
        @Nullable LatencySummary firstToken,
        @Nullable LatencySummary end,
        Threads threads,
        long mostHeap) {

    /** How a stream ended. */
    enum Ending {
        FIRST("completed by the first provider"),
        SECOND("completed by the second provider, which was asked before the first piece"),
        RESTARTED("restarted after some pieces, and completed"),
        ERROR("typed error"),
        WRONG("anything else: a text that is not exactly one answer, an untyped error, two ends"),
        HUNG("no end");

        private final String words;

        Ending(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * Threads of this process.
     *
     * @param before the chain was made
     * @param most while it worked
     * @param left the names of those that were made by the chain or for it, and still there after it was closed
     */
    record Threads(int before, int most, List<String> left) {
        Threads {
            left = List.copyOf(left);
        }
    }

    LoadResult {
        endings = Map.copyOf(endings);
        errors = Map.copyOf(errors);
    }

    int streams() {
        return endings.values().stream().mapToInt(Integer::intValue).sum();
    }

    int count(Ending ending) {
        return endings.getOrDefault(ending, 0);
    }
}
