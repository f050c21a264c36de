package io.github.activeia.core.llm;

import static io.github.activeia.core.testing.FakeReply.answer;
import static io.github.activeia.core.testing.FakeReply.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.TokenUsage;
import io.github.activeia.core.Account;
import io.github.activeia.core.AgentRole;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.DataPolicy;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.cost.CostEntry;
import io.github.activeia.core.cost.CostLedger;
import io.github.activeia.core.cost.CostQuery;
import io.github.activeia.core.testing.FakeLlmServer;
import io.github.activeia.core.testing.MutableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every question ends once, whatever its provider, its reader or the host's threads do. */
class LlmEndsTest {
    private static final Account ANA = Account.of(new StudentId("alumna-7"), new CourseId("algoritmos"));
    private static final LlmPrompt PROMPT = LlmPrompt.of("system", "user");

    private final FakeLlmServer server = FakeLlmServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void is_unavailable_when_the_executor_is_full() {
        try (LlmChain chain = LlmChain.builder()
                .provider(ollama())
                .executor(task -> {
                    throw new RejectedExecutionException();
                })
                .build()) {

            LlmResult result = chain.ask(PROMPT);
            StreamReader reader = StreamReader.of(chain).await();

            assertThat(result.attempts()).extracting(LlmResult.Attempt::ending).containsExactly("busy");
            assertThat(reader.failure()).isInstanceOf(LlmUnavailableException.class);
            assertThat(reader.ends()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void completes_and_frees_the_provider_when_the_reader_throws(boolean error) throws Exception {
        server.always(answer("uno dos tres").pieces(3));
        LlmSettings narrow = LlmSettings.builder().maxConcurrentCalls(1).build();
        try (LlmChain chain =
                LlmChain.builder().provider(ollama()).settings(narrow).build()) {
            Throwing reader = new Throwing(error);

            chain.chat(question(), reader);
            ChatResponse whole = reader.end.get(20, TimeUnit.SECONDS);
            server.awaitRequests(1, Duration.ofSeconds(20));

            assertThat(whole.aiMessage().text()).isEqualTo("uno dos tres");
            assertThat(server.requests()).as("not the provider's fault").hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    void asks_again_at_the_date_that_a_provider_names(long seconds) {
        Instant date = Instant.now().plusSeconds(seconds);
        server.next(status(429).retryAt(date), answer("hola"));
        try (LlmChain chain = LlmChain.of(ollama())) {

            LlmResult result = chain.ask(PROMPT);

            assertThat(result.attempts()).extracting(LlmResult.Attempt::ending).containsExactly("rate_limited", "ok");
            assertThat(Instant.now()).isAfterOrEqualTo(Instant.ofEpochSecond(date.getEpochSecond()));
        }
    }

    @Test
    void leaves_a_provider_alone_until_the_date_that_it_names() {
        MutableClock clock = MutableClock.at("2026-03-02T10:00:00Z");
        server.next(status(503).retryAt(clock.instant().plus(Duration.ofHours(1))), answer("hola"));
        try (LlmChain chain = LlmChain.builder().provider(ollama()).clock(clock).build()) {

            LlmResult refused = chain.ask(PROMPT);
            clock.advance(Duration.ofMinutes(59));
            LlmResult tooEarly = chain.ask(PROMPT);
            clock.advance(Duration.ofMinutes(1));
            LlmResult after = chain.ask(PROMPT);

            assertThat(refused.attempts()).extracting(LlmResult.Attempt::ending).containsExactly("server_error");
            assertThat(tooEarly.attempts())
                    .extracting(LlmResult.Attempt::ending)
                    .containsExactly("resting");
            assertThat(after.attempts()).extracting(LlmResult.Attempt::ending).containsExactly("ok");
        }
    }

    @Test
    void keeps_a_slow_provider_when_it_answers_within_its_time() {
        LlmSettings patient =
                LlmSettings.builder().localTimeout(Duration.ofMinutes(3)).build();
        ProviderGate gate = new ProviderGate("slow", patient, Clock.systemUTC());

        for (int call = 0; call < patient.failuresToOpen() + 1; call++) {
            gate.enter();
            gate.settle(Failure.of(Ending.OK), Duration.ofSeconds(90));
            gate.free();
        }

        assertThat(gate.enter()).isEmpty();
    }

    @Test
    void answers_when_a_provider_counts_nonsense() {
        ChatModel odd = whole(ChatResponse.builder()
                .aiMessage(AiMessage.from("hola"))
                .tokenUsage(new TokenUsage(-1, 5))
                .build());
        Entries ledger = new Entries();
        try (LlmChain chain = LlmChain.builder()
                .provider(LlmProvider.of("odd", odd).handling(DataHandling.local()))
                .ledger(ledger)
                .build()) {

            LlmResult result = chain.ask(PROMPT.within(context()));
            StreamReader reader = StreamReader.of((StreamingChatModel) chain.within(context()))
                    .await();

            assertThat(result).isInstanceOf(LlmResult.Answered.class);
            assertThat(reader.text()).isEqualTo("hola");
            assertThat(ledger.entries).hasSize(2).allMatch(entry -> entry.call().tokens() == null);
        }
    }

    @Test
    void counts_a_stream_once_when_the_chain_is_closed_under_it() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        server.always(answer("uno dos tres").pieces(3).endless());
        Entries ledger = new Entries();
        LlmChain chain = LlmChain.builder()
                .provider(ollama())
                .ledger(ledger)
                .executor(threads)
                .build();
        StreamReader reader =
                StreamReader.of((StreamingChatModel) chain.within(context())).awaitFirst();

        chain.close();
        threads.shutdown();

        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(reader.await().ends()).isEqualTo(1);
        assertThat(ledger.entries).hasSize(1);
    }

    @Test
    void counts_an_answer_when_the_chain_is_closed_before_it_comes() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        Entries ledger = new Entries();
        ChatModel late = new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                asked.countDown();
                try {
                    release.await();
                } catch (InterruptedException stop) {
                    throw new IllegalStateException(stop);
                }
                return ChatResponse.builder().aiMessage(AiMessage.from("tarde")).build();
            }
        };
        LlmChain chain = LlmChain.builder()
                .provider(LlmProvider.of("late", late).handling(DataHandling.local()))
                .ledger(ledger)
                .executor(threads)
                .build();
        StreamReader reader = StreamReader.of((StreamingChatModel) chain.within(context()));
        asked.await();

        chain.close();
        release.countDown();
        threads.shutdown();

        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(reader.await().ends()).isEqualTo(1);
        assertThat(reader.text()).isEmpty();
        assertThat(ledger.entries).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-oss:120b-cloud", "minimax-m2:cloud"})
    void is_in_the_cloud_when_ollama_sends_its_questions_on(String model) {
        LlmProvider provider = LlmProvider.ollama(model);

        assertThat(provider.handling().place()).isEqualTo(DataHandling.Place.CLOUD);
    }

    private LlmProvider ollama() {
        return LlmProvider.ollama("phi3", server.url());
    }

    private static LlmContext context() {
        return LlmContext.of(AgentRole.TUTOR, ANA, DataPolicy.LOCAL_ONLY);
    }

    private static ChatRequest question() {
        return ChatRequest.builder().messages(List.of(UserMessage.from("user"))).build();
    }

    private static ChatModel whole(ChatResponse response) {
        return new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                return response;
            }
        };
    }

    /** Keeps what is written. */
    private static final class Entries implements CostLedger {
        private final List<CostEntry> entries = new CopyOnWriteArrayList<>();

        @Override
        public void record(CostEntry entry) {
            entries.add(entry);
        }

        @Override
        public List<CostEntry> entries(CostQuery query) {
            return List.copyOf(entries);
        }

        @Override
        public long forget(CostQuery query) {
            return 0;
        }
    }

    /** A reader that breaks at every piece. */
    private static final class Throwing implements StreamingChatResponseHandler {
        private final CompletableFuture<ChatResponse> end = new CompletableFuture<>();
        private final boolean error;

        Throwing(boolean error) {
            this.error = error;
        }

        @Override
        public void onPartialResponse(String piece) {
            if (error) {
                throw new AssertionError("broken");
            }
            throw new IllegalStateException("broken");
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            end.complete(response);
        }

        @Override
        public void onError(Throwable failure) {
            end.completeExceptionally(failure);
        }
    }
}
