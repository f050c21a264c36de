package io.github.activeia.samples.benchmarks.chain;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.github.activeia.core.llm.DataHandling;
import io.github.activeia.core.llm.LlmChain;
import io.github.activeia.core.llm.LlmProvider;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A model that answers at once, alone and in a chain of one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ChatBenchmark {
    private final ChatModel model = new AtOnce();
    private final LlmChain chain = LlmChain.of(LlmProvider.of("stub", model).handling(DataHandling.local()));
    private final ChatRequest request = ChatRequest.builder()
            .messages(UserMessage.from("¿Qué es una cola circular?"))
            .build();

    private static final class AtOnce implements ChatModel {
        private final ChatResponse answer = ChatResponse.builder()
                .aiMessage(AiMessage.from("¿Qué probaste?"))
                .build();

        @Override
        public ChatResponse doChat(ChatRequest request) {
            return answer;
        }
    }

    /** Asks the model itself. */
    @Benchmark
    public ChatResponse bare() {
        return model.chat(request);
    }

    /** Asks the chain. */
    @Benchmark
    public ChatResponse chain() {
        return chain.chat(request);
    }

    /** Closes the chain. */
    @TearDown
    public void close() {
        chain.close();
    }
}
