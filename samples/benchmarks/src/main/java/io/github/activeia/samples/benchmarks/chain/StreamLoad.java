package io.github.activeia.samples.benchmarks.chain;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.github.activeia.core.llm.LlmChain;
import io.github.activeia.core.llm.LlmProvider;
import io.github.activeia.core.llm.LlmSettings;
import io.github.activeia.core.testing.FakeLlmServer;
import io.github.activeia.core.testing.FakeReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Keeps a thousand streams open through one chain, while its first provider flaps and its second one is steady. */
final class StreamLoad {
    static final int OPEN = 1000;
    static final Duration FLAP = Duration.ofSeconds(2);
    static final Duration PACE = Duration.ofMillis(100);
    static final int FIRST_PIECES = 10;
    static final int SECOND_PIECES = 20;

    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration SETTLED = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final LlmSettings SETTINGS = LlmSettings.builder()
            .connectTimeout(Duration.ofSeconds(5))
            .firstTokenTimeout(Duration.ofSeconds(10))
            .idleTimeout(Duration.ofSeconds(3))
            .localTimeout(Duration.ofSeconds(15))
            .chainTimeout(Duration.ofSeconds(30))
            .failuresToOpen(50)
            .openFor(Duration.ofMillis(500))
            .maxConcurrentCalls(2 * OPEN)
            .build();
    private static final ChatRequest QUESTION = ChatRequest.builder()
            .messages(UserMessage.from("¿Qué es una cola circular?"))
            .build();

    private final List<Reader> readers = new ArrayList<>();
    private final Semaphore places = new Semaphore(OPEN);

    private StreamLoad() {}

    /** Returns what became of all streams. */
    static LoadResult run(boolean quick) throws InterruptedException {
        return new StreamLoad().measure(Duration.ofSeconds(quick ? 20 : 60));
    }

    private LoadResult measure(Duration keep) throws InterruptedException {
        String one = words("uno", FIRST_PIECES);
        String two = words("dos", SECOND_PIECES);
        try (FakeLlmServer first = FakeLlmServer.start().always(paced(one, FIRST_PIECES));
                FakeLlmServer second = FakeLlmServer.start().always(paced(two, SECOND_PIECES));
                Vitals vitals = Vitals.watch()) {
            new StreamLoad().use(first, second, WARM_UP);
            first.resetConnections();
            Set<Thread> before = Vitals.threads();
            int flaps;
            try (Flapping flapping = Flapping.every(FLAP, first, paced(one, FIRST_PIECES))) {
                use(first, second, keep);
                flaps = flapping.flaps();
            }
            List<String> left = Vitals.left(before, SETTLED);
            Tally tally = new Tally(one, two);
            readers.forEach(tally::add);
            LoadResult.Threads threads = new LoadResult.Threads(before.size(), vitals.mostThreads(), left);
            return tally.result(keep, flaps, threads, vitals.mostHeap());
        }
    }

    /** Keeps no reference to the chain, so that the JDK's client can be collected, which ends the client's thread. */
    private void use(FakeLlmServer first, FakeLlmServer second, Duration keep) throws InterruptedException {
        try (LlmChain chain = chain(first, second)) {
            keepOpen(chain, keep);
            await();
        }
    }

    /** All at once, and another one for each that ends. */
    private void keepOpen(LlmChain chain, Duration keep) throws InterruptedException {
        long until = System.nanoTime() + keep.toNanos();
        while (System.nanoTime() - until < 0) {
            if (places.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                Reader reader = new Reader(places::release);
                readers.add(reader);
                chain.chat(QUESTION, reader);
            }
        }
    }

    /** The chain promises an end within its own limit; what is open long after it hangs. */
    private void await() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (Reader reader : readers) {
            reader.await(Duration.ofNanos(until - System.nanoTime()));
        }
    }

    private static LlmChain chain(FakeLlmServer first, FakeLlmServer second) {
        return LlmChain.builder()
                .provider(LlmProvider.ollama("phi3", first.url()))
                .provider(LlmProvider.openAiCompatible("second", second.url() + "/v1", "m", null))
                .settings(SETTINGS)
                .build();
    }

    private static FakeReply paced(String text, int pieces) {
        return FakeReply.answer(text).pieces(pieces).every(PACE);
    }

    private static String words(String word, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> word + "-" + i).collect(Collectors.joining(" "));
    }
}
