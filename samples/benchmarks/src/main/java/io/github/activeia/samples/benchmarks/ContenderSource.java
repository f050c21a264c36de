package io.github.activeia.samples.benchmarks;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.RetrievalConfidence;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.core.knowledge.KnowledgeResult;
import io.github.activeia.core.knowledge.KnowledgeSource;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes a contender what the evaluation of rankings asks. It knows the ids and nothing else of a passage; a copy counts as its original. */
final class ContenderSource implements KnowledgeSource {
    private static final Passage.Document UNKNOWN =
            new Passage.Document("corpus.jsonl", "", ContentType.THEORY, null, null, null, "es", null, null);

    private final Contender contender;
    private final Mode mode;
    private final Map<String, Asked> questions;

    ContenderSource(Contender contender, Mode mode, List<Asked> questions) {
        this.contender = contender;
        this.mode = mode;
        this.questions = questions.stream().collect(Collectors.toMap(Asked::text, Function.identity(), (a, b) -> a));
    }

    @Override
    public KnowledgeResult retrieve(KnowledgeQuery query) {
        Asked question = questions.get(query.text());
        if (question == null) {
            throw new IllegalStateException("a question that is not in the dataset");
        }
        List<String> ids = contender.search(new Search(question, mode, null)).stream()
                .map(CorpusGrowth::original)
                .distinct()
                .toList();
        List<Passage> passages = IntStream.range(0, ids.size())
                .mapToObj(i -> new Passage(ids.get(i), "", ids.size() - i, UNKNOWN, List.of(), null))
                .toList();
        return new KnowledgeResult(passages, RetrievalConfidence.NONE, 0, false);
    }
}
