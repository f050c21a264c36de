package io.github.activeia.core.llm;

import static io.github.activeia.core.testing.FakeReply.answer;
import static io.github.activeia.core.testing.FakeReply.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.activeia.core.testing.At;
import io.github.activeia.core.testing.FakeLlmServer;
import io.github.activeia.core.testing.FakeReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two hundred streams through one chain, while its first provider fails in all ways, one after the other and at once. */
class LlmChainLoadTest {
    private static final int STREAMS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ONE = "uno dos tres cuatro cinco seis siete ocho";
    private static final String TWO = "one two three four five six seven eight nine ten";

    private final FakeLlmServer first = FakeLlmServer.start();
    private final FakeLlmServer second = FakeLlmServer.start();
    private final Set<Thread> before = threads();

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    @Test
    void ends_each_stream_once_when_the_first_provider_flaps() {
        script();
        List<StreamReader> readers = new ArrayList<>();
        try (LlmChain chain = chain()) {

            open(readers, chain, STREAMS / 2);
            first.awaitRequests(STREAMS / 2, PATIENCE);
            first.refuse();
            first.resetConnections();
            open(readers, chain, STREAMS / 4);
            second.awaitRequests(STREAMS / 4, PATIENCE);
            first.accept();
            open(readers, chain, STREAMS / 4);
            readers.forEach(StreamReader::await);
        }

        assertThat(readers).hasSize(STREAMS).allSatisfy(LlmChainLoadTest::isOneAnswerOrATypedError);
        assertThat(readers).filteredOn(reader -> !reader.restarts().isEmpty()).isNotEmpty();
        await("the threads of the closed chain").atMost(PATIENCE).untilAsserted(() -> assertThat(threads())
                .isSubsetOf(before));
    }

    @Test
    void ends_each_stream_once_when_the_chain_is_closed_under_it() {
        first.always(answer(ONE).every(Duration.ofMillis(20)).endless());
        List<StreamReader> readers = new ArrayList<>();
        LlmChain chain = chain();
        open(readers, chain, STREAMS);
        first.awaitRequests(STREAMS / 2, PATIENCE);

        chain.close();

        assertThat(readers).allSatisfy(reader -> {
            assertThat(reader.await().failure()).isInstanceOf(LlmUnavailableException.class);
            assertThat(reader.ends()).isEqualTo(1);
        });
        await("the threads of the closed chain").atMost(PATIENCE).untilAsserted(() -> assertThat(threads())
                .isSubsetOf(before));
    }

    private static void isOneAnswerOrATypedError(StreamReader reader) {
        assertThat(reader.ends()).isEqualTo(1);
        if (reader.failure() == null) {
            assertThat(reader.text())
                    .isIn(ONE, TWO)
                    .isEqualTo(reader.response().aiMessage().text());
        } else {
            assertThat(reader.failure()).isInstanceOf(LlmUnavailableException.class);
        }
    }

    private void script() {
        FakeReply good = answer(ONE).every(Duration.ofMillis(20));
        for (int i = 0; i < STREAMS / 10; i++) {
            first.next(good, good, good, good, good.stall(At.pieces(3)), good.reset(At.pieces(3)));
            first.next(good.close(At.pieces(5)), good.reset(At.start()), status(503), FakeReply.silent());
        }
        first.always(good);
        second.always(answer(TWO).every(Duration.ofMillis(20)));
    }

    private static void open(List<StreamReader> readers, LlmChain chain, int count) {
        Collections.nCopies(count, chain).forEach(each -> readers.add(StreamReader.of(each)));
    }

    private LlmChain chain() {
        return LlmChain.builder()
                .provider(LlmProvider.ollama("phi3", first.url()))
                .provider(LlmProvider.openAiCompatible("second", second.url() + "/v1", "m", null))
                .settings(LlmSettings.builder()
                        .firstTokenTimeout(Duration.ofSeconds(3))
                        .idleTimeout(Duration.ofSeconds(2))
                        .localTimeout(Duration.ofSeconds(10))
                        .chainTimeout(Duration.ofSeconds(20))
                        .retryBackoff(Duration.ofMillis(50))
                        .failuresToOpen(100)
                        .maxConcurrentCalls(2 * STREAMS)
                        .build())
                .build();
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("active-ia-llm"))
                .collect(Collectors.toSet());
    }
}
