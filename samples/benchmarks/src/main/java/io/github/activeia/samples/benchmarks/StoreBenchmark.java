package io.github.activeia.samples.benchmarks;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One search of this library over two thousand made-up passages. */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StoreBenchmark {
    private static final int PASSAGES = 2000;

    private final Dataset dataset = MadeUp.dataset(PASSAGES);
    private @Nullable Database database;
    private @Nullable Contender contender;
    private int next;

    /** Stores the passages. */
    @Setup
    public void open() {
        Database opened = Database.open(Jmh.address());
        String schema = Peer.ACTIVE_IA.schema();
        opened.recreate(schema);
        KnownQuestions embedder = new KnownQuestions(MadeUp.model(), dataset.questions());
        Contender store = Peer.ACTIVE_IA.open(new Site(opened, schema, dataset, embedder));
        store.load(dataset.rows());
        database = opened;
        contender = store;
    }

    /** Lets the store go, and what it held. */
    @TearDown
    public void close() {
        Objects.requireNonNull(contender).close();
        Objects.requireNonNull(database).drop(Peer.ACTIVE_IA.schema());
    }

    /** Returns what a whole retrieval finds: words, meaning, fusion and confidence. */
    @Benchmark
    public List<String> hybrid() {
        return search(Mode.HYBRID);
    }

    /** Returns the nearest passages. */
    @Benchmark
    public List<String> vector() {
        return search(Mode.VECTOR);
    }

    private List<String> search(Mode mode) {
        Asked question = dataset.questions().get(next++ % dataset.questions().size());
        return Objects.requireNonNull(contender).search(new Search(question, mode, null));
    }
}
