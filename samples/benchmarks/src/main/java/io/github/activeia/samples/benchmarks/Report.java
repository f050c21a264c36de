package io.github.activeia.samples.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Writes a run as Markdown.
 *
 * @param occasion when, how and where it took place
 * @param results what was measured
 */
record Report(Occasion occasion, Results results) {
    private static final String METHOD =
            """
            ## How it is measured

            One server, one database, one run, one contender after the other. Each has a schema, a table and a pool of its own, with the
            same pool settings. All store the same text (title and passage) with the same vectors, and are asked the same questions with
            the same vectors; no model runs while something is timed, except when files are ingested again. Before anything is timed,
            everybody stores 2,000 passages twice and forgets them. After each load every table is vacuumed and analysed, as
            autovacuum would do soon after.

            - **Searches** ask for ten passages. Each number of threads has a warm-up of its own, which asks every question once. Times
              are those that the caller sees; percentiles are nearest ranks.
            - **A hybrid search of Active-IA** is a whole retrieval: slips of the keys corrected, both legs, fusion, near duplicates removed,
              confidence. A search by vector asks its store alone.
            - **Recall@10** compares with the ten nearest passages, found in memory by comparing all of them.
            - **Filters**: a course is Active-IA's boundary, and a metadata filter for the others. For them the passages are loaded once
              more, dealt by chance to four courses of 50 %, 44.5 %, 5 % and 0.5 %, so that nobody stores a passage twice. Searches
              without a filter are measured on the load before, where one course holds everything.
            - **Grown corpora** repeat the passages of the first one. Each copy loses a fifth of its words by chance, and its vector is
              the original's plus noise of a fifth of its length, scaled to length 1. Embedding so many passages would take an hour. A
              copy counts as its original, so that ten passages are often fewer answers; only Active-IA's rankings are judged there.
            - **langchain4j-pgvector** has its defaults, which means no index for vectors; HYBRID has the text search configuration of the
              corpus's language. **Spring AI** has its defaults, which means an HNSW index that is there before the first row, and gets a
              thousand documents at a time. **Plain SQL** is a binary COPY and one SELECT, the floor for everyone.
            - **Ingested again**: each passage is a file. Nothing changed since the first time.
            """;

    /** Writes the report, and the plot beside it. */
    void write(Path file) throws IOException {
        PlottedReport.write(file, "-latency.png", Plot.of(results), this::markdown);
    }

    /** Returns the report; the plot is the name of a picture beside it. */
    String markdown(String plot) {
        StringJoiner text = new StringJoiner("\n");
        text.add("# Benchmarks").add("");
        text.add(
                        "The chain of language models has [measurements of its own](benchmarks-chain.md); these are of the stores.")
                .add("");
        text.add(occasion.markdown());
        text.add("")
                .add("![Median latency of a search, one thread, logarithmic](" + plot + ")")
                .add("");
        text.add("## Floors\n\n" + Check.table(Checks.of(results))).add("");
        results.corpora().forEach(corpus -> text.add(corpus(corpus)).add(""));
        results.loads().forEach(load -> text.add("## Loading " + Figures.count(load.rows()) + " passages")
                .add("")
                .add(ingestion(load))
                .add(""));
        text.add(reingests()).add("");
        return text.add(METHOD).toString();
    }

    private static String corpus(CorpusResult corpus) {
        return "## " + corpus.corpus() + ": " + Figures.count(corpus.rows()) + " passages, "
                + Figures.count(corpus.questions()) + " questions timed\n\n" + quality(corpus)
                + "### Searches\n\n" + searches(corpus) + "\n\n### Searches with a filter, one thread\n\n"
                + filtered(corpus) + "\n\n### Ingestion\n\n" + ingestion(corpus);
    }

    private static String quality(CorpusResult corpus) {
        List<List<String>> rows = new ArrayList<>();
        for (PeerResult peer : corpus.peers()) {
            peer.quality()
                    .forEach((mode, metrics) -> rows.add(List.of(
                            peer.peer().label(),
                            mode.label(),
                            Figures.share(metrics.ndcg()),
                            Figures.share(metrics.recall()),
                            Figures.share(metrics.mrr()))));
        }
        return rows.isEmpty()
                ? ""
                : "### Ranking\n\n"
                        + MarkdownTable.of(List.of("contender", "search", "nDCG@10", "recall@10", "MRR@10"), rows)
                        + "\n\n";
    }

    private static String searches(CorpusResult corpus) {
        return timings(corpus, true);
    }

    private static String filtered(CorpusResult corpus) {
        return timings(corpus, false);
    }

    private static String timings(CorpusResult corpus, boolean unfiltered) {
        return MarkdownTable.of(
                List.of(
                        "contender",
                        "search",
                        unfiltered ? "threads" : "filter leaves",
                        "p50 ms",
                        "p95 ms",
                        "p99 ms",
                        "per second",
                        "searches",
                        "nearest ten found"),
                corpus.peers().stream()
                        .flatMap(peer -> peer.timings().stream()
                                .filter(t -> t.scope().equals(PeerResult.UNFILTERED) == unfiltered)
                                .map(t -> timing(peer.peer(), t, unfiltered)))
                        .collect(Collectors.toList()));
    }

    private static List<String> timing(Peer peer, PeerResult.Timing timing, boolean unfiltered) {
        LatencySummary latency = timing.latency();
        return List.of(
                peer.label(),
                timing.mode().label(),
                unfiltered ? String.valueOf(timing.threads()) : timing.scope(),
                Figures.of(latency.p50()),
                Figures.of(latency.p95()),
                Figures.of(latency.p99()),
                Figures.of(latency.perSecond()),
                Figures.count(latency.searches()),
                Figures.share(timing.recall()));
    }

    private static String ingestion(CorpusResult corpus) {
        return MarkdownTable.of(
                List.of(
                        "contender",
                        "rows/s without index",
                        "rows/s with HNSW",
                        "s until HNSW is ready",
                        "bytes per chunk"),
                corpus.peers().stream()
                        .map(peer -> List.of(
                                peer.peer().label(),
                                Figures.rate(corpus.rows(), peer.loading().stored()),
                                Figures.rate(corpus.rows(), peer.loading().indexed()),
                                Figures.seconds(peer.loading().indexed()),
                                Figures.count(Math.round(peer.bytesPerRow()))))
                        .toList());
    }

    private String reingests() {
        return "## The same files ingested again\n\n"
                + MarkdownTable.of(
                        List.of(
                                "who",
                                "files",
                                "first s",
                                "again s",
                                "chunks after the first",
                                "chunks after the second"),
                        results.reingests().stream()
                                .map(r -> List.of(
                                        r.peer(),
                                        Figures.count(r.files()),
                                        Figures.seconds(r.first()),
                                        Figures.seconds(r.again()),
                                        Figures.count(r.rowsAfterFirst()),
                                        Figures.count(r.rowsAfterSecond())))
                                .toList());
    }
}
