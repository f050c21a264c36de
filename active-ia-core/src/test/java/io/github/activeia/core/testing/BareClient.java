package io.github.activeia.core.testing;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.mistralai.MistralAiChatModel;
import dev.langchain4j.model.mistralai.MistralAiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.time.Duration;

/** The clients of langchain4j as they are, with nothing of ours around them: no retries, two seconds. */
enum BareClient {
    OLLAMA {
        @Override
        ChatModel sync(String url) {
            return OllamaChatModel.builder()
                    .baseUrl(url)
                    .modelName("phi3")
                    .timeout(TIMEOUT)
                    .maxRetries(0)
                    .build();
        }

        @Override
        StreamingChatModel streaming(String url) {
            return OllamaStreamingChatModel.builder()
                    .baseUrl(url)
                    .modelName("phi3")
                    .timeout(TIMEOUT)
                    .build();
        }
    },
    MISTRAL {
        @Override
        ChatModel sync(String url) {
            return MistralAiChatModel.builder()
                    .baseUrl(url + "/v1")
                    .apiKey("key-1")
                    .modelName("mistral-small-latest")
                    .timeout(TIMEOUT)
                    .maxRetries(0)
                    .build();
        }

        @Override
        StreamingChatModel streaming(String url) {
            return MistralAiStreamingChatModel.builder()
                    .baseUrl(url + "/v1")
                    .apiKey("key-1")
                    .modelName("mistral-small-latest")
                    .timeout(TIMEOUT)
                    .build();
        }
    },
    GEMINI {
        @Override
        ChatModel sync(String url) {
            return GoogleAiGeminiChatModel.builder()
                    .baseUrl(url + "/v1beta")
                    .apiKey("key-1")
                    .modelName("gemini-2.5-flash")
                    .timeout(TIMEOUT)
                    .maxRetries(0)
                    .build();
        }

        @Override
        StreamingChatModel streaming(String url) {
            return GoogleAiGeminiStreamingChatModel.builder()
                    .baseUrl(url + "/v1beta")
                    .apiKey("key-1")
                    .modelName("gemini-2.5-flash")
                    .timeout(TIMEOUT)
                    .build();
        }
    },
    OPEN_AI {
        @Override
        ChatModel sync(String url) {
            return OpenAiChatModel.builder()
                    .baseUrl(url + "/v1")
                    .apiKey("key-1")
                    .modelName("gpt-4o-mini")
                    .timeout(TIMEOUT)
                    .maxRetries(0)
                    .build();
        }

        @Override
        StreamingChatModel streaming(String url) {
            return OpenAiStreamingChatModel.builder()
                    .baseUrl(url + "/v1")
                    .apiKey("key-1")
                    .modelName("gpt-4o-mini")
                    .timeout(TIMEOUT)
                    .build();
        }
    };

    static final Duration TIMEOUT = Duration.ofSeconds(2);

    abstract ChatModel sync(String url);

    abstract StreamingChatModel streaming(String url);
}
