package io.github.activeia.samples.benchmarks.gateway;

import io.github.activeia.samples.benchmarks.Check;
import io.github.activeia.samples.benchmarks.Figures;
import io.github.activeia.samples.benchmarks.LatencySummary;
import io.github.activeia.samples.benchmarks.MarkdownTable;
import io.github.activeia.samples.benchmarks.Occasion;
import io.github.activeia.samples.benchmarks.PlottedReport;
import io.github.activeia.samples.benchmarks.gateway.GatewayBench.Asking;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/**
 * Writes the measurements as Markdown, with a plot beside it.
 *
 * @param occasion when, how and where it took place
 * @param asking one question after the other
 * @param sentences the sentences of a reply that is streamed
 * @param crowd many students at once
 */
record GatewayReport(Occasion occasion, List<Asking> asking, SentenceTimes.Measured sentences, Crowd.Measured crowd) {
    private static final double SENTENCE_MILLIS = 20;
    private static final double OVERHEAD_MICROS = 1_000;
    private static final double QUESTIONS = 2_000;
    private static final String METHOD =
            """
            ## How it is measured

            The model answers at once, by the same text each time, in pieces of a word. Every third message is of another student, who begins
            the activity; the other two have what was said before them. A reply that no model wrote stops the measurement.

            - **One question**: JMH, sample time, one thread, in a process of its own, with what JMH's profiler says of memory. The material
              returns the same five passages of some 600 characters; traces are not kept. Of the gateway's caches, what is remembered of
              passages, such as the inspection for injected instructions, is warm.
            - **Sentences**: from the piece after which the gate can tell that a sentence has ended, to the listener. The reply has sixteen
              sentences; forty solutions of some 500 characters are stored, of which five are nearest to each part of the text.
            - **Many at once**: as many threads as cores, over the sample course in the embedded store with the model that runs in this
              process. Vectors, passages, activities and near solutions come from caches that are warm, because texts recur. The answer
              cache is off in the first line and on in the second; messages after a student's first are answered anew even there.
            """;

    void write(Path file) throws IOException {
        PlottedReport.write(file, ".png", BitmapEncoder.getBufferedImage(chart()), this::markdown);
    }

    private CategoryChart chart() {
        CategoryChart chart = new CategoryChartBuilder()
                .width(900)
                .height(600)
                .title("One question, without model and store")
                .yAxisTitle("µs")
                .build();
        List<String> kinds = asking.stream().map(GatewayReport::name).toList();
        chart.addSeries("p50", kinds, asking.stream().map(Asking::p50).toList());
        chart.addSeries("p99", kinds, asking.stream().map(Asking::p99).toList());
        return chart;
    }

    private static String name(Asking asking) {
        return (asking.lengthy() ? "16 sentences" : "5 sentences") + (asking.solutions() ? ", solutions" : "");
    }

    private String markdown(String plot) {
        StringJoiner text = new StringJoiner("\n\n", "", "\n");
        text.add("# Benchmarks of the gateway");
        text.add("What a question costs on its way through the gateway, beside the model and the store.");
        text.add(occasion.markdown());
        text.add(Check.table(checks()));
        text.add(MarkdownTable.of(
                List.of("reply of", "p50 µs", "p99 µs", "kB allocated"),
                asking.stream()
                        .map(a -> List.of(name(a), Figures.of(a.p50()), Figures.of(a.p99()), Figures.of(a.kilobytes())))
                        .toList()));
        text.add("![One question](" + plot + ")");
        text.add(MarkdownTable.of(
                List.of("sentence", "p50 ms", "p95 ms", "p99 ms"),
                List.of(row("the first", sentences.first()), row("the last three", sentences.last()))));
        text.add(MarkdownTable.of(
                List.of("at once, threads: " + crowd.threads(), "questions a second"),
                List.of(
                        List.of("without answer cache", Figures.of(crowd.plain())),
                        List.of("with answer cache", Figures.of(crowd.answersKept())))));
        return text.add(METHOD.strip()).toString();
    }

    private static List<String> row(String name, LatencySummary times) {
        return List.of(name, Figures.of(times.p50()), Figures.of(times.p95()), Figures.of(times.p99()));
    }

    List<Check> checks() {
        double overhead = asking.stream()
                .filter(a -> !a.lengthy() && !a.solutions())
                .mapToDouble(Asking::p50)
                .findFirst()
                .orElse(Double.NaN);
        return List.of(
                new Check(
                        "first sentence, after the model has finished it",
                        "p99 at most 20 ms",
                        Figures.of(sentences.first().p99()) + " ms",
                        sentences.first().p99() <= SENTENCE_MILLIS),
                new Check(
                        "gateway without model and store",
                        "p50 at most 1,000 µs",
                        Figures.of(overhead) + " µs",
                        overhead <= OVERHEAD_MICROS),
                new Check(
                        "questions on all cores, without answer cache",
                        "at least 2,000 a second",
                        Figures.of(crowd.plain()) + " a second",
                        crowd.plain() >= QUESTIONS));
    }
}
