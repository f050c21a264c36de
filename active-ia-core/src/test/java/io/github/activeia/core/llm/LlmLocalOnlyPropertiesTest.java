package io.github.activeia.core.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.github.activeia.core.AgentRole;
import io.github.activeia.core.DataPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class LlmLocalOnlyPropertiesTest {
    private static final LlmContext LOCAL_ONLY =
            new LlmContext(AgentRole.HOST, null, null, DataPolicy.LOCAL_ONLY, false);

    /** What a provider does with a question. */
    enum Mood {
        ANSWERS,
        SAYS_NOTHING,
        BREAKS,
        LIMITS,
        REFUSES,
        MISBEHAVES;

        ChatResponse answer() {
            return switch (this) {
                case ANSWERS ->
                    ChatResponse.builder().aiMessage(AiMessage.from("hola")).build();
                case SAYS_NOTHING ->
                    ChatResponse.builder().aiMessage(AiMessage.from(" ")).build();
                case BREAKS -> throw new InternalServerException("broken");
                case LIMITS -> throw new RateLimitException("limited");
                case REFUSES -> throw new AuthenticationException("refused");
                case MISBEHAVES -> throw new StackOverflowError();
            };
        }
    }

    @Property(tries = 100)
    void never_leaves_the_institution_whatever_the_order_and_the_failures(
            @ForAll @Size(min = 1, max = 5) List<Boolean> places,
            @ForAll @Size(5) List<Mood> moods,
            @ForAll boolean streams,
            @ForAll boolean lenientChain) {
        Set<String> asked = ConcurrentHashMap.newKeySet();
        LlmChainBuilder builder = LlmChain.builder()
                .dataPolicy(lenientChain ? DataPolicy.CLOUD_ALLOWED : DataPolicy.LOCAL_ONLY)
                .settings(
                        LlmSettings.builder().retryBackoff(Duration.ofMillis(1)).build());
        for (int i = 0; i < places.size(); i++) {
            builder.provider(provider(i, places.get(i), moods.get(i), streams, asked));
        }
        try (LlmChain chain = builder.build()) {

            chain.ask(LlmPrompt.of("system", "user").within(LOCAL_ONLY));
            StreamReader reader = StreamReader.of((StreamingChatModel) chain.within(LOCAL_ONLY))
                    .await();

            assertThat(asked).noneMatch(name -> name.startsWith("cloud"));
            assertThat(reader.ends()).isEqualTo(1);
        }
    }

    private static LlmProvider provider(int place, boolean cloud, Mood mood, boolean streams, Set<String> asked) {
        String name = (cloud ? "cloud-" : "local-") + place;
        ChatModel whole = new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                asked.add(name);
                return mood.answer();
            }
        };
        StreamingChatModel pieces = new StreamingChatModel() {
            @Override
            public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
                asked.add(name);
                ChatResponse answer = mood.answer();
                handler.onPartialResponse(answer.aiMessage().text());
                handler.onCompleteResponse(answer);
            }
        };
        LlmProvider provider = streams ? LlmProvider.of(name, whole, pieces) : LlmProvider.of(name, whole);
        return provider.handling(cloud ? DataHandling.cloud() : DataHandling.local());
    }
}
