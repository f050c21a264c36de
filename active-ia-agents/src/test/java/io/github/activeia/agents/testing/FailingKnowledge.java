package io.github.activeia.agents.testing;

import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.core.knowledge.KnowledgeResult;
import io.github.activeia.core.knowledge.KnowledgeSource;

/** Course material that cannot be reached. */
public final class FailingKnowledge implements KnowledgeSource {
    @Override
    public KnowledgeResult retrieve(KnowledgeQuery query) {
        throw new IllegalStateException("the store is down");
    }
}
