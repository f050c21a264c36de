package io.github.activeia.samples.benchmarks.chain;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import io.github.activeia.core.llm.LlmChain;
import io.github.activeia.core.llm.LlmProvider;
import io.github.activeia.core.testing.FakeLlmServer;
import io.github.activeia.core.testing.FakeReply;
import io.github.activeia.core.testing.Fault;
import io.github.activeia.samples.benchmarks.LatencySummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** What the chain adds to a model that answers at once. */
final class Overhead {
    private static final int[] THREADS = {1, 2};
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * A whole answer, in microseconds.
     *
     * @param threads how many ask at once
     * @param bare the model alone
     * @param chain the model in a chain
     */
    record Whole(int threads, Sample bare, Sample chain) {
        double added() {
            return chain.p50() - bare.p50();
        }
    }

    /** Microseconds. */
    record Sample(double p50, double p99) {}

    /**
     * Until the first piece of a stream.
     *
     * @param bare the client alone
     * @param chain the client in a chain
     */
    record First(LatencySummary bare, LatencySummary chain) {
        double added() {
            return chain.p50() - bare.p50();
        }
    }

    private Overhead() {}

    /** Measures whole answers in a process of their own. */
    static List<Whole> whole(boolean quick) throws RunnerException {
        List<Whole> measured = new ArrayList<>();
        for (int threads : THREADS) {
            Collection<RunResult> runs = new Runner(options(quick, threads)).run();
            measured.add(new Whole(threads, sample(runs, ".bare"), sample(runs, ".chain")));
        }
        return measured;
    }

    /** Measures first pieces, bare and chained in turns, over connections that are kept. */
    static First firstTokens(boolean quick) throws InterruptedException {
        int warmUp = quick ? 300 : 2000;
        int calls = quick ? 500 : 5000;
        try (FakeLlmServer server = FakeLlmServer.start()
                        .always(FakeReply.answer(Fault.TEXT).pieces(4));
                LlmChain chain = LlmChain.of(LlmProvider.ollama("phi3", server.url()))) {
            StreamingChatModel bare = OllamaStreamingChatModel.builder()
                    .baseUrl(server.url())
                    .modelName("phi3")
                    .timeout(PATIENCE)
                    .build();
            long[] alone = new long[calls];
            long[] chained = new long[calls];
            long start = System.nanoTime();
            for (int i = -warmUp; i < calls; i++) {
                alone[Math.max(i, 0)] = first(bare);
                chained[Math.max(i, 0)] = first(chain);
            }
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            return new First(LatencySummary.of(alone, elapsed), LatencySummary.of(chained, elapsed));
        }
    }

    private static long first(StreamingChatModel model) throws InterruptedException {
        Reader reader = new Reader(() -> {});
        model.chat(Fault.question(), reader);
        if (!reader.await(PATIENCE) || reader.response() == null) {
            throw new IllegalStateException("a stream must end with its answer, but did not", reader.failure());
        }
        return reader.first();
    }

    private static Options options(boolean quick, int threads) {
        int iterations = quick ? 3 : 10;
        return new OptionsBuilder()
                .include(ChatBenchmark.class.getName())
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .forks(1)
                .threads(threads)
                .timeUnit(TimeUnit.MICROSECONDS)
                .warmupIterations(iterations)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.seconds(1))
                .build();
    }

    private static Sample sample(Collection<RunResult> runs, String name) {
        Statistics statistics = runs.stream()
                .filter(run -> run.getParams().getBenchmark().endsWith(name))
                .findFirst()
                .orElseThrow()
                .getPrimaryResult()
                .getStatistics();
        return new Sample(statistics.getPercentile(50), statistics.getPercentile(99));
    }
}
