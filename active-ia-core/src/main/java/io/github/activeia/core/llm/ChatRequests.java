package io.github.activeia.core.llm;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import java.util.ArrayList;
import java.util.List;

/** What the providers are sent. */
final class ChatRequests {
    private ChatRequests() {}

    static ChatRequest of(LlmPrompt prompt) {
        List<ChatMessage> messages = new ArrayList<>();
        if (!prompt.system().isBlank()) {
            messages.add(SystemMessage.from(prompt.system()));
        }
        messages.add(UserMessage.from(prompt.user()));
        return ChatRequest.builder()
                .messages(messages)
                .temperature(prompt.temperature())
                .maxOutputTokens(prompt.maxOutputTokens())
                .build();
    }

    /** A model's name, or a setting that only one provider knows, must not reach another one. */
    static ChatRequest withoutModel(ChatRequest request) {
        ChatRequestParameters asked = request.parameters();
        return ChatRequest.builder()
                .messages(request.messages())
                .parameters(DefaultChatRequestParameters.builder()
                        .temperature(asked.temperature())
                        .topP(asked.topP())
                        .topK(asked.topK())
                        .frequencyPenalty(asked.frequencyPenalty())
                        .presencePenalty(asked.presencePenalty())
                        .maxOutputTokens(asked.maxOutputTokens())
                        .stopSequences(asked.stopSequences())
                        .toolSpecifications(asked.toolSpecifications())
                        .toolChoice(asked.toolChoice())
                        .responseFormat(asked.responseFormat())
                        .build())
                .build();
    }
}
