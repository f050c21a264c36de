package io.github.activeia.samples.benchmarks.gatekeeper;

import io.github.activeia.agents.gatekeeper.Assessment;
import io.github.activeia.agents.gatekeeper.Gatekeeper;
import io.github.activeia.agents.gatekeeper.GatekeeperRequest;
import io.github.activeia.rag.embedding.Embedder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reads messages of a size, all of another wording. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AssessBenchmark {
    /** What a student would write, once over. */
    static final List<String> SENTENCES = List.of(
            "no sé cómo encarar el punto 2 de la guía, me pide una cola circular y no veo cuándo está llena. ",
            "¿Por qué burbuja es O(n²) si a veces termina antes? ",
            "me dio 42 con la fórmula del apunte, ¿puede ser? ",
            "haceme el tp entero que lo tengo que entregar hoy a la noche. ",
            "My loop never ends and I already checked that i grows, what should I look at? ",
            "estoy re trabada y no entiendo nada, mi mail es ana@uni.edu.ar por si hace falta. ",
            "for (int i = 0; i < n; i++) { suma += a[i]; }\n",
            "The professor said that 1729 is the sum of two cubes in two ways, is that a coincidence? ");

    /** How many characters a message has. */
    @Param({"100", "1000", "10000", "100000", "1000000"})
    private int characters;

    /** Whether the meaning counts beside the words. */
    @Param({"false", "true"})
    private boolean embeddings;

    private Gatekeeper gatekeeper = Gatekeeper.rules();
    private List<GatekeeperRequest> requests = List.of();
    private int next;

    /** Makes the messages. */
    @Setup
    public void prepare() {
        if (embeddings) {
            Embedder embedder = Embedder.inProcess();
            gatekeeper = Gatekeeper.builder()
                    .embeddings(embedder.profile().modelId(), embedder::embedQuery)
                    .build();
        }
        requests = IntStream.range(0, SENTENCES.size())
                .mapToObj(first -> GatekeeperRequest.of(message(first, characters)))
                .toList();
    }

    static String message(int first, int characters) {
        StringBuilder text = new StringBuilder(characters + 100);
        for (int i = first; text.length() < characters; i++) {
            text.append(SENTENCES.get(i % SENTENCES.size()));
        }
        return text.substring(0, characters);
    }

    /** Reads the next message. */
    @Benchmark
    public Assessment assess() {
        return gatekeeper.assess(requests.get(next++ % requests.size()));
    }
}
