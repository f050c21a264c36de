package io.github.activeia.samples.benchmarks;

import io.github.activeia.rag.analysis.TextAnalysis;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Splitting one chunk into terms, as every store does for every chunk and every question. */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AnalysisBenchmark {
    private final TextAnalysis spanish = TextAnalysis.of("es");
    private final String chunk = MadeUp.dataset(1).rows().get(0).text();

    /** Returns the terms of a chunk of sixty words. */
    @Benchmark
    public List<String> chunk() {
        return spanish.terms(chunk);
    }
}
