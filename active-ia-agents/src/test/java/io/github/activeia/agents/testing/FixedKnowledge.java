package io.github.activeia.agents.testing;

import io.github.activeia.core.RetrievalConfidence;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.core.knowledge.KnowledgeResult;
import io.github.activeia.core.knowledge.KnowledgeSource;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Course material with a fixed answer, which records what it was asked. Thread-safe. */
public final class FixedKnowledge implements KnowledgeSource {
    private final List<Passage> passages;
    private final Predicate<KnowledgeQuery> covers;
    private final List<KnowledgeQuery> queries = new CopyOnWriteArrayList<>();

    private FixedKnowledge(List<Passage> passages, Predicate<KnowledgeQuery> covers) {
        this.passages = List.copyOf(passages);
        this.covers = covers;
    }

    /** Returns material that answers every question with the same passages. */
    public static FixedKnowledge of(Passage... passages) {
        return new FixedKnowledge(List.of(passages), query -> true);
    }

    /** Returns material that covers questions with a word in them, and finds the passages for others too, but not sufficient. */
    public static FixedKnowledge covering(String word, Passage... passages) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return new FixedKnowledge(
                List.of(passages),
                query -> query.text().toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** Returns material without anything in it. */
    public static FixedKnowledge empty() {
        return new FixedKnowledge(List.of(), query -> false);
    }

    @Override
    public KnowledgeResult retrieve(KnowledgeQuery query) {
        queries.add(query);
        if (passages.isEmpty()) {
            return KnowledgeResult.nothing();
        }
        return covers.test(query)
                ? new KnowledgeResult(passages, RetrievalConfidence.HIGH, 0.93, true)
                : new KnowledgeResult(passages, RetrievalConfidence.LOW, 0.21, false);
    }

    /** Returns what it was asked, in order. */
    public List<KnowledgeQuery> queries() {
        return List.copyOf(queries);
    }
}
