package io.github.activeia.samples.benchmarks.chain;

import io.github.activeia.samples.benchmarks.Check;
import io.github.activeia.samples.benchmarks.Figures;
import io.github.activeia.samples.benchmarks.LatencySummary;
import io.github.activeia.samples.benchmarks.MarkdownTable;
import io.github.activeia.samples.benchmarks.Occasion;
import io.github.activeia.samples.benchmarks.chain.LoadResult.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Writes a run as Markdown.
 *
 * @param occasion when, how and where it took place
 * @param results what was measured
 */
record ChainReport(Occasion occasion, Results results) {
    private static final int MOST_ERRORS = 8;
    private static final long MEBIBYTE = 1 << 20;
    private static final String METHOD =
            """
            ## How it is measured

            The providers are servers on the loopback interface, in the same process and on the same cores, which speak each
            provider's protocol byte by byte and break it on purpose.

            - **Faults**: each call has a server, a client and a chain of its own. The bare clients have their own timeout of 2 s, no
              retries, and are given up by us after 5 s. The chain has one provider, no retries, 1 s to connect, 1 s to the first piece,
              1 s between pieces, and 2 s for the whole answer. Eight bare clients run at once, and four chains.
            - **Streams**: after 10 s to warm up without a fault, 1,000 are opened at once, and each that ends is replaced until the
              time is over. The first provider answers in 10 pieces, one every 100 ms. Every 2 s it turns bad or good again: it breaks
              the open connections and each new one after five pieces; or stalls after five pieces; or breaks them and refuses new
              ones; or breaks them and says 503. The second one is steady, with 20 pieces, one every 100 ms. A circuit opens after 50
              failures in a row, for 0.5 s; one retry; 5 s to connect, 10 s to the first piece, 3 s between pieces, 15 s for a
              provider, 30 s for all. A stream hangs if it has not ended 40 s after the last one was opened. The texts of the two providers differ, and what a
              reader has seen must be exactly one of them.
            - **Whole answers**: JMH, sample time, a model that returns a constant, in a process of its own. The chain hands each call to
              a thread of its own, to be able to give it up: that is most of what it costs.
            - **First tokens**: the bare client and the chain in turns, one stream at a time, over connections that are kept.
            """;

    /** Writes the report. */
    void write(Path file) throws IOException {
        Path target = file.toAbsolutePath().normalize();
        Files.createDirectories(target.resolveSibling("."));
        Files.writeString(target, markdown());
    }

    String markdown() {
        StringJoiner text = new StringJoiner("\n\n");
        text.add("# Benchmarks of the chain");
        text.add("What a chain of language models makes of faults, beside the bare clients of langchain4j.");
        text.add(occasion.markdown());
        text.add("## Floors").add(Check.table(Floors.of(results)));
        if (!results.whole().isEmpty()) {
            text.add("## What the chain costs when nothing is wrong").add(overhead());
        }
        LoadResult load = results.load();
        if (load != null) {
            text.add("## " + Figures.count(StreamLoad.OPEN) + " streams while the first provider flaps")
                    .add(streams(load));
        }
        if (!results.chained().isEmpty()) {
            FaultTables tables = new FaultTables(results.bare(), results.chained());
            text.add("## Faults").add(tables.counts());
            text.add(
                            "Where the bare client hangs, is late, loses text without a word, or completes what the chain calls a failure:")
                    .add(tables.differences());
        }
        text.add(METHOD.strip());
        if (!results.chained().isEmpty()) {
            text.add("## Every fault, provider by provider")
                    .add(new FaultTables(results.bare(), results.chained()).all());
        }
        return text + "\n";
    }

    private String overhead() {
        List<List<String>> rows = new ArrayList<>();
        for (Overhead.Whole whole : results.whole()) {
            rows.add(List.of(
                    "whole answer, threads: " + whole.threads(),
                    both(whole.bare().p50(), whole.bare().p99(), "µs"),
                    both(whole.chain().p50(), whole.chain().p99(), "µs"),
                    Figures.of(whole.added()) + " µs"));
        }
        Overhead.First first = results.first();
        if (first != null) {
            rows.add(List.of(
                    "first token of a stream",
                    both(first.bare().p50(), first.bare().p99(), "ms"),
                    both(first.chain().p50(), first.chain().p99(), "ms"),
                    Figures.of(first.added()) + " ms"));
        }
        return MarkdownTable.of(List.of("", "bare, p50 / p99", "chain, p50 / p99", "added, p50"), rows);
    }

    private static String both(double p50, double p99, String unit) {
        return Figures.of(p50) + " / " + Figures.of(p99) + " " + unit;
    }

    private static String streams(LoadResult load) {
        List<List<String>> rows = new ArrayList<>(Arrays.stream(Ending.values())
                .map(ending -> List.of(ending.words(), Figures.count(load.count(ending))))
                .toList());
        rows.add(List.of("all", Figures.count(load.streams())));
        return "For " + load.kept().toSeconds() + " s, in which the first provider turned bad " + load.flaps()
                + " times.\n\n" + MarkdownTable.of(List.of("how streams ended", "streams"), rows) + "\n\n"
                + MarkdownTable.of(
                        List.of("", ""),
                        List.of(
                                List.of("first piece, p50 / p99", times(load.firstToken())),
                                List.of("end of an answer, p50 / p99", times(load.end())),
                                List.of("threads before, at most, new ones left after close", threads(load.threads())),
                                List.of(
                                        "heap in use at most, servers and garbage included",
                                        Figures.count(load.mostHeap() / MEBIBYTE) + " MiB")))
                + errors(load.errors());
    }

    private static String times(@Nullable LatencySummary times) {
        return times == null ? "–" : both(times.p50(), times.p99(), "ms");
    }

    private static String threads(LoadResult.Threads threads) {
        return threads.before() + ", " + threads.most() + ", "
                + (threads.left().isEmpty() ? "none" : String.join(" ", threads.left()));
    }

    private static String errors(Map<String, Integer> errors) {
        if (errors.isEmpty()) {
            return "";
        }
        List<List<String>> rows = errors.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_ERRORS)
                .map(error -> List.of(error.getKey(), Figures.count(error.getValue())))
                .toList();
        return "\n\n" + MarkdownTable.of(List.of("the most frequent typed errors: what was tried", "streams"), rows);
    }
}
