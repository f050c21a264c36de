package io.github.activeia.samples.benchmarks.gatekeeper;

import io.github.activeia.samples.benchmarks.Check;
import io.github.activeia.samples.benchmarks.Figures;
import io.github.activeia.samples.benchmarks.MarkdownTable;
import io.github.activeia.samples.benchmarks.Occasion;
import io.github.activeia.samples.benchmarks.PlottedReport;
import io.github.activeia.samples.benchmarks.gatekeeper.GatekeeperBench.Timing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/**
 * Writes the measurements as Markdown, with a plot beside it.
 *
 * @param occasion when, how and where it took place
 * @param timings what was measured
 */
record GatekeeperReport(Occasion occasion, List<Timing> timings) {
    private static final int ORDINARY = 100;
    private static final int LONG = 1_000_000;
    private static final double WORDS = 200;
    private static final double MEANING = 15_000;

    /** Ten times the text may take ten times as long, and half of that more for caches that are too small. */
    private static final double LINEAR = 15;

    void write(Path file) throws IOException {
        PlottedReport.write(file, ".png", BitmapEncoder.getBufferedImage(chart()), this::markdown);
    }

    private XYChart chart() {
        XYChart chart = new XYChartBuilder()
                .width(900)
                .height(600)
                .title("Reading a message, median")
                .xAxisTitle("characters, logarithmic")
                .yAxisTitle("µs, logarithmic")
                .build();
        chart.getStyler().setXAxisLogarithmic(true);
        chart.getStyler().setYAxisLogarithmic(true);
        for (boolean embeddings : List.of(false, true)) {
            List<Timing> own =
                    timings.stream().filter(t -> t.embeddings() == embeddings).toList();
            if (!own.isEmpty()) {
                chart.addSeries(
                        embeddings ? "with embeddings" : "words",
                        own.stream().map(Timing::characters).toList(),
                        own.stream().map(Timing::p50).toList());
            }
        }
        return chart;
    }

    private String markdown(String plot) {
        StringJoiner text = new StringJoiner("\n\n", "", "\n");
        text.add("# Benchmarks of the gatekeeper");
        text.add("How long it takes to read a message: personal data, injection, intent, risk and route.");
        text.add(occasion.markdown());
        text.add(Check.table(checks(timings)));
        text.add(MarkdownTable.of(
                List.of("characters", "embeddings", "p50 µs", "p99 µs", "ns a character"),
                timings.stream().map(GatekeeperReport::row).toList()));
        text.add("![Median time by size](" + plot + ")");
        text.add(
                "JMH, sample time, one thread, in a process of its own; eight messages of each size in turns, in Spanish and English,"
                        + " with code and an address in them. An embedder reads the beginning of a long message only.");
        return text.toString();
    }

    private static List<String> row(Timing timing) {
        return List.of(
                Figures.count(timing.characters()),
                timing.embeddings() ? "yes" : "no",
                Figures.of(timing.p50()),
                Figures.of(timing.p99()),
                Figures.of(1000 * timing.p50() / timing.characters()));
    }

    static List<Check> checks(List<Timing> timings) {
        List<Check> checks = new ArrayList<>();
        timings.stream().filter(t -> t.characters() == ORDINARY).forEach(t -> {
            double floor = t.embeddings() ? MEANING : WORDS;
            checks.add(new Check(
                    t.embeddings() ? "an ordinary message with embeddings" : "an ordinary message",
                    "p50 at most " + Figures.of(floor) + " µs",
                    Figures.of(t.p50()) + " µs",
                    t.p50() <= floor));
        });
        double large = p50(timings, LONG);
        double tenth = p50(timings, LONG / 10);
        checks.add(new Check(
                "linear to a megabyte",
                "10 times the text in at most " + Figures.of(LINEAR) + " times the time",
                Figures.of(large / tenth) + " times",
                large / tenth <= LINEAR));
        return checks;
    }

    private static double p50(List<Timing> timings, int characters) {
        return timings.stream()
                .filter(t -> t.characters() == characters && !t.embeddings())
                .mapToDouble(Timing::p50)
                .findFirst()
                .orElse(Double.NaN);
    }
}
