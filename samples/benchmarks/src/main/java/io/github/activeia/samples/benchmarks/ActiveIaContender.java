package io.github.activeia.samples.benchmarks;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.retrieval.HybridRetriever;
import io.github.activeia.rag.retrieval.RetrievalSettings;
import io.github.activeia.rag.store.Candidate;
import io.github.activeia.rag.store.CandidateQuery;
import io.github.activeia.rag.store.Chunk;
import io.github.activeia.rag.store.DocumentWriter;
import io.github.activeia.rag.store.EmbeddedChunk;
import io.github.activeia.rag.store.StoredDocument;
import io.github.activeia.rag.store.pgvector.PgVectorSettings;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * This library. A hybrid search is a whole retrieval: slips of the keys corrected, both legs, fusion, near duplicates removed, and a
 * confidence. A search by meaning alone asks the store for the nearest chunks.
 */
final class ActiveIaContender implements Contender {
    private static final int BATCH = 500;

    private final String language;
    private final OurStore ours;
    private final HybridRetriever retriever;

    ActiveIaContender(Site site, Consumer<PgVectorSettings.Builder> variant) {
        this.language = site.dataset().language();
        this.ours = OurStore.open(site, variant);
        this.retriever = HybridRetriever.of(ours.store(), site.embedder(), RetrievalSettings.defaults());
    }

    @Override
    public Loading load(List<Row> rows) {
        Stopwatch watch = new Stopwatch();
        rows.stream()
                .collect(Collectors.groupingBy(Row::course, TreeMap::new, Collectors.toList()))
                .forEach(this::store);
        Duration stored = watch.elapsed();
        boolean indexed = ours.awaitIndex();
        return new Loading(stored, indexed ? watch.elapsed() : null);
    }

    @Override
    public List<String> search(Search search) {
        CourseId course = new CourseId(Objects.requireNonNullElse(search.course(), Dataset.EVERYTHING));
        return search.mode() == Mode.HYBRID ? hybrid(search.question(), course) : nearest(search.question(), course);
    }

    @Override
    public long bytes() {
        return ours.bytes();
    }

    @Override
    public void close() {
        ours.close();
    }

    private List<String> hybrid(Asked question, CourseId course) {
        return retriever.retrieve(KnowledgeQuery.of(question.text(), course).atMost(Search.RESULTS)).passages().stream()
                .map(Passage::id)
                .toList();
    }

    private List<String> nearest(Asked question, CourseId course) {
        CandidateQuery query = new CandidateQuery(course, "", question.vector(), Set.of(), Search.RESULTS);
        return ours.store().chunks().candidates(query).stream()
                .sorted(Comparator.comparingDouble(Candidate::cosine).reversed())
                .limit(Search.RESULTS)
                .map(candidate -> candidate.chunk().id())
                .toList();
    }

    private void store(String course, List<Row> rows) {
        StoredDocument document =
                new StoredDocument(new CourseId(course), document(course, course), "benchmark", rows.size());
        try (DocumentWriter writer = ours.store().documents().replace(document)) {
            for (int from = 0; from < rows.size(); from += BATCH) {
                writer.add(chunks(rows, from, Math.min(from + BATCH, rows.size())));
            }
            writer.commit();
        }
    }

    private List<EmbeddedChunk> chunks(List<Row> rows, int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> chunk(rows.get(i), i)).toList();
    }

    /** Each passage is a section of its own, so that nothing joins two of them. */
    private EmbeddedChunk chunk(Row row, int position) {
        Chunk chunk = new Chunk(
                row.id(), document(row.course(), row.title()), row.id(), List.of(), position, null, row.text(), "");
        return new EmbeddedChunk(chunk, row.id(), row.vector());
    }

    private Passage.Document document(String course, String title) {
        return new Passage.Document(
                course + ".jsonl", title, ContentType.THEORY, null, null, null, language, null, null);
    }
}
