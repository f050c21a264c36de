package io.github.activeia.core.llm;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import org.jspecify.annotations.Nullable;

/**
 * What one provider answers with.
 *
 * @param chat answers at once
 * @param streaming answers piece by piece, or null where the provider cannot
 * @param wire what both send through, or null where the host has brought the models
 */
record Models(ChatModel chat, @Nullable StreamingChatModel streaming, @Nullable Wire wire) {}
