package io.github.activeia.agents.scaffolding;

/** Observes nobody. */
enum NoProgress implements StudentProgress {
    INSTANCE;

    private static final TopicProgress NOTHING = TopicProgress.fresh(KnowledgeTracing.defaults());

    @Override
    public TopicProgress find(TopicKey key) {
        return NOTHING;
    }

    @Override
    public TopicProgress observe(TopicKey key, AttemptOutcome outcome) {
        return NOTHING;
    }
}
