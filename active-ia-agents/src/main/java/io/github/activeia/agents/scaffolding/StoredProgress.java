package io.github.activeia.agents.scaffolding;

import io.github.activeia.agents.session.StateKey;
import io.github.activeia.agents.session.StateKind;
import io.github.activeia.agents.session.StateStore;
import io.github.activeia.core.cache.CacheCodec;
import io.github.activeia.core.cache.CacheFamily;
import io.github.activeia.core.cache.CacheKey;
import io.github.activeia.core.cache.FieldReader;
import io.github.activeia.core.cache.FieldWriter;
import java.util.function.UnaryOperator;

/** Progress as one more kind of state. Thread-safe. */
final class StoredProgress implements StudentProgress {
    private static final int FORMAT = 1;

    private static final CacheCodec<TopicProgress> CODEC = new CacheCodec<>() {
        @Override
        public byte[] encode(TopicProgress progress) {
            return FieldWriter.of(FORMAT)
                    .real(progress.mastery())
                    .number(progress.successes())
                    .number(progress.failures())
                    .bytes();
        }

        @Override
        public TopicProgress decode(byte[] bytes) {
            FieldReader in = FieldReader.of(FORMAT, bytes);
            return new TopicProgress(in.real(), in.number(), in.number());
        }
    };

    private final StateStore states;
    private final KnowledgeTracing tracing;
    private final StateKind<TopicProgress> kind;

    StoredProgress(StateStore states, KnowledgeTracing tracing) {
        this.states = states;
        this.tracing = tracing;
        this.kind = new StateKind<>(TopicProgress.class, CODEC, TopicProgress.fresh(tracing));
    }

    @Override
    public TopicProgress find(TopicKey key) {
        return states.update(id(key), UnaryOperator.identity());
    }

    @Override
    public TopicProgress observe(TopicKey key, AttemptOutcome outcome) {
        return states.update(id(key), before -> before.observed(outcome, tracing));
    }

    private StateKey<TopicProgress> id(TopicKey key) {
        CacheKey id = CacheKey.of(CacheFamily.SCAFFOLD)
                .onlyFor(key.student())
                .part("course", key.course().value())
                .part("activity", "none")
                .part("kind", "progress")
                .part("topic", key.topic())
                .build();
        return new StateKey<>(kind, id);
    }
}
