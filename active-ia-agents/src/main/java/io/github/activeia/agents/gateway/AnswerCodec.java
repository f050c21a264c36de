package io.github.activeia.agents.gateway;

import io.github.activeia.core.cache.CacheCodec;
import io.github.activeia.core.cache.FieldReader;
import io.github.activeia.core.cache.FieldWriter;
import io.github.activeia.core.llm.LlmResult;

/** The text of a model and who wrote it. What it cost and took is of the call that was, and not kept. */
final class AnswerCodec implements CacheCodec<LlmResult.Answered> {
    private static final int FORMAT = 1;

    @Override
    public byte[] encode(LlmResult.Answered answered) {
        return FieldWriter.of(FORMAT)
                .text(answered.text())
                .text(answered.provider())
                .text(answered.model())
                .bytes();
    }

    @Override
    public LlmResult.Answered decode(byte[] bytes) {
        FieldReader in = FieldReader.of(FORMAT, bytes);
        return new LlmResult.Answered(in.text(), in.text(), in.text(), null, null, AnswerCache.cached());
    }
}
