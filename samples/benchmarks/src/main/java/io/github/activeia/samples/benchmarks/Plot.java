package io.github.activeia.samples.benchmarks;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler;

/** Draws the median latency of one thread: a group of bars for each contender and search, a bar for each corpus. */
final class Plot {
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 700;
    private static final int SLANT = 40;

    private Plot() {}

    static BufferedImage of(Results results) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("Median latency of a search, one thread")
                .yAxisTitle("ms, logarithmic")
                .build();
        // Bars start at zero unless told otherwise, and zero has no logarithm.
        chart.getStyler().setYAxisLogarithmic(true);
        chart.getStyler().setYAxisMin(floor(results));
        chart.getStyler().setXAxisLabelRotation(SLANT);
        chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNE);
        Set<String> names = new LinkedHashSet<>();
        results.corpora().forEach(corpus -> names.addAll(medians(corpus).keySet()));
        for (CorpusResult corpus : results.corpora()) {
            Map<String, Double> medians = medians(corpus);
            chart.addSeries(
                    corpus.corpus(),
                    new ArrayList<>(names),
                    names.stream().map(medians::get).collect(Collectors.toList()));
        }
        return BitmapEncoder.getBufferedImage(chart);
    }

    /** Returns the power of ten below the smallest median. */
    private static double floor(Results results) {
        double least = results.corpora().stream()
                .flatMap(corpus -> corpus.peers().stream())
                .flatMap(peer -> peer.timings().stream())
                .mapToDouble(timing -> timing.latency().p50())
                .min()
                .orElse(1);
        return Math.pow(10, Math.floor(Math.log10(least)) - (least == 1 ? 1 : 0));
    }

    private static Map<String, Double> medians(CorpusResult corpus) {
        Map<String, Double> medians = new LinkedHashMap<>();
        for (PeerResult peer : corpus.peers()) {
            peer.timings().stream().filter(t -> t.threads() == 1).forEach(timing -> {
                boolean whole = timing.scope().equals(PeerResult.UNFILTERED);
                if (whole || timing.scope().equals(CourseShare.TWENTIETH.label())) {
                    medians.put(
                            peer.peer().label() + ", " + timing.mode().label() + (whole ? "" : " in " + timing.scope()),
                            timing.latency().p50());
                }
            });
        }
        return medians;
    }
}
