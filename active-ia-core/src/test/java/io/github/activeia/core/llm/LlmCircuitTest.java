package io.github.activeia.core.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.llm.LlmProviderState.Circuit;
import io.github.activeia.core.testing.FakeLlmServer;
import io.github.activeia.core.testing.MutableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LlmCircuitTest {
    private static final LlmPrompt PROMPT = LlmPrompt.of("system", "user");

    private final FakeLlmServer server = FakeLlmServer.start();
    private final MutableClock clock = MutableClock.at("2026-03-02T10:00:00Z");
    private final LlmChain chain = LlmChain.builder()
            .provider(LlmProvider.ollama("phi3", server.url()))
            .settings(LlmSettings.builder()
                    .retries(0)
                    .failuresToOpen(2)
                    .openFor(Duration.ofSeconds(30))
                    .build())
            .clock(clock)
            .build();

    @AfterEach
    void stop() {
        chain.close();
        server.close();
    }

    @Test
    void opens_and_leaves_the_provider_alone_after_failures_in_a_row() {
        server.status(500).status(500);

        List<String> endings = List.of(ask(), ask(), ask());

        assertThat(endings).containsExactly("server_error", "server_error", "circuit_open");
        assertThat(circuit()).isEqualTo(Circuit.OPEN);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void stays_closed_when_an_answer_comes_between_two_failures() {
        server.status(500).answer("hola").status(500);

        List<String> endings = List.of(ask(), ask(), ask());

        assertThat(endings).containsExactly("server_error", "ok", "server_error");
        assertThat(circuit()).isEqualTo(Circuit.CLOSED);
    }

    @Test
    void closes_again_when_the_trial_after_the_rest_succeeds() {
        server.status(500).status(500).answer("hola").answer("otra vez");
        open();

        clock.advance(Duration.ofSeconds(31));
        List<String> endings = List.of(ask(), ask());

        assertThat(endings).containsExactly("ok", "ok");
        assertThat(circuit()).isEqualTo(Circuit.CLOSED);
    }

    @Test
    void opens_again_when_the_trial_after_the_rest_fails() {
        server.status(500).status(500).status(503);
        open();

        clock.advance(Duration.ofSeconds(31));
        List<String> endings = List.of(ask(), ask());

        assertThat(endings).containsExactly("server_error", "circuit_open");
        assertThat(circuit()).isEqualTo(Circuit.OPEN);
    }

    @Test
    void stays_closed_when_only_the_requests_are_refused() {
        server.status(400).status(400).status(400);

        List<String> endings = List.of(ask(), ask(), ask());

        assertThat(endings).containsOnly("invalid_request");
        assertThat(circuit()).isEqualTo(Circuit.CLOSED);
    }

    @Test
    void lets_the_next_trial_through_when_a_trial_says_nothing_about_the_provider() {
        server.status(500).status(500).status(400).answer("hola");
        open();

        clock.advance(Duration.ofSeconds(31));
        List<String> endings = List.of(ask(), ask());

        assertThat(endings).containsExactly("invalid_request", "ok");
        assertThat(circuit()).isEqualTo(Circuit.CLOSED);
    }

    private void open() {
        ask();
        ask();
        assertThat(circuit()).isEqualTo(Circuit.OPEN);
    }

    private String ask() {
        return chain.ask(PROMPT).attempts().get(0).ending();
    }

    private Circuit circuit() {
        return chain.states().get(0).circuit();
    }
}
