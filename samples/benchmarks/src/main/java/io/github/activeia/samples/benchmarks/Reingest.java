package io.github.activeia.samples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.pgvector.PgVectorEmbeddingStore;
import dev.langchain4j.store.embedding.pgvector.PgVectorEmbeddingStore.SearchMode;
import io.github.activeia.core.CourseId;
import io.github.activeia.rag.KnowledgeBase;
import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.rag.store.StoredDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ingests the same passages twice, each of them a file of its own, with the same model in this process. The second time nothing has
 * changed.
 */
final class Reingest {
    private static final String SCHEMA = "bench_reingest";

    private final Database database;
    private final Embedder model;
    private final Dataset dataset;

    /** Takes so many of the dataset's first passages. */
    Reingest(Database database, Embedder model, Dataset dataset, int passages) {
        this.database = database;
        this.model = model;
        this.dataset = new Dataset(
                dataset.name(),
                dataset.language(),
                dataset.rows().subList(0, Math.min(passages, dataset.rows().size())),
                List.of());
    }

    /** Measures those of the contenders that ingest files. */
    List<ReingestResult> of(List<Peer> peers) {
        List<ReingestResult> results = new ArrayList<>();
        if (peers.contains(Peer.ACTIVE_IA)) {
            results.add(ours());
        }
        if (peers.contains(Peer.LANGCHAIN4J)) {
            results.add(langChain4j());
        }
        return results;
    }

    /** Measures this library: it knows a file that it has seen. */
    private ReingestResult ours() {
        Path folder = folder();
        database.recreate(SCHEMA);
        try (OurStore store = OurStore.open(new Site(database, SCHEMA, dataset, model));
                KnowledgeBase knowledge = KnowledgeBase.builder()
                        .store(store.store())
                        .embedder(model)
                        .build()) {
            List<Duration> took = new ArrayList<>();
            List<Long> rows = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Stopwatch watch = new Stopwatch();
                CourseId course = knowledge.ingest(folder).course();
                took.add(watch.elapsed());
                rows.add(store.store().documents().list(course).values().stream()
                        .mapToLong(StoredDocument::chunks)
                        .sum());
            }
            return result(OurStore.NAME, took, rows);
        } finally {
            database.drop(SCHEMA);
            delete(folder);
        }
    }

    /** Measures langchain4j's ingestor: it embeds and stores whatever it is given. */
    private ReingestResult langChain4j() {
        EmbeddingModel same = new EmbeddingModel() {
            @Override
            public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
                return Response.from(embeddings(segments));
            }
        };
        List<Document> documents = dataset.rows().stream()
                .map(row -> Document.from(row.searchText(), Metadata.from("source", row.id())))
                .toList();
        database.recreate(SCHEMA);
        try (HikariDataSource pool = database.pool(SCHEMA)) {
            PgVectorEmbeddingStore store =
                    LangChain4jContender.open(pool, new Site(database, SCHEMA, dataset, model), SearchMode.VECTOR);
            EmbeddingStoreIngestor ingestor = EmbeddingStoreIngestor.builder()
                    .embeddingModel(same)
                    .embeddingStore(store)
                    .build();
            List<Duration> took = new ArrayList<>();
            List<Long> rows = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Stopwatch watch = new Stopwatch();
                ingestor.ingest(documents);
                took.add(watch.elapsed());
                rows.add(Long.parseLong(database.string("SELECT count(*) FROM " + SCHEMA + ".passages")));
            }
            return result("langchain4j EmbeddingStoreIngestor", took, rows);
        } finally {
            database.drop(SCHEMA);
        }
    }

    private List<Embedding> embeddings(List<TextSegment> segments) {
        return model.embedPassages(segments.stream().map(TextSegment::text).toList()).stream()
                .map(Embedding::from)
                .toList();
    }

    private ReingestResult result(String peer, List<Duration> took, List<Long> rows) {
        return new ReingestResult(peer, dataset.rows().size(), took.get(0), took.get(1), rows.get(0), rows.get(1));
    }

    private Path folder() {
        try {
            Path folder = Files.createTempDirectory("bench-reingest");
            int number = 0;
            for (Row row : dataset.rows()) {
                Files.writeString(
                        folder.resolve("passage-" + number++ + ".md"), "# " + row.title() + "\n\n" + row.text() + "\n");
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
