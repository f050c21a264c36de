package io.github.activeia.samples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.BatchingStrategy;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingOptions;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;
import org.springframework.ai.vectorstore.SearchRequest;
import org.springframework.ai.vectorstore.filter.FilterExpressionBuilder;
import org.springframework.ai.vectorstore.pgvector.PgVectorStore;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Spring AI's store with its defaults: an HNSW index that is there before the first row, and metadata as JSON. Documents are handed
 * over a thousand at a time, because it looks each one up in the list that it was given.
 */
final class SpringAiContender implements Contender {
    private static final int BATCH = 1000;

    private final Site site;
    private final HikariDataSource pool;
    private final PgVectorStore store;
    private final Vectors vectors = new Vectors();

    SpringAiContender(Site site) {
        this.site = site;
        this.pool = site.database().pool(site.schema());
        this.store = PgVectorStore.builder(new JdbcTemplate(pool), vectors)
                .schemaName(site.schema())
                .dimensions(site.dataset().dimension())
                .initializeSchema(true)
                .build();
        site.dataset().questions().forEach(question -> vectors.byText.put(question.text(), question.vector()));
        store.afterPropertiesSet();
    }

    @Override
    public Loading load(List<Row> rows) {
        List<Document> documents =
                rows.stream().map(SpringAiContender::document).toList();
        rows.forEach(row -> vectors.byText.put(LangChain4jContender.uuid(row.id()), row.vector()));
        Stopwatch watch = new Stopwatch();
        for (int from = 0; from < documents.size(); from += BATCH) {
            store.add(documents.subList(from, Math.min(from + BATCH, documents.size())));
        }
        return new Loading(null, watch.elapsed());
    }

    @Override
    public List<String> search(Search search) {
        SearchRequest.Builder request = SearchRequest.builder()
                .query(search.question().text())
                .topK(Search.RESULTS)
                .similarityThresholdAll();
        if (search.course() != null) {
            request.filterExpression(
                    new FilterExpressionBuilder().eq("course", search.course()).build());
        }
        return store.similaritySearch(request.build()).stream()
                .map(document -> String.valueOf(document.getMetadata().get("id")))
                .toList();
    }

    @Override
    public long bytes() {
        return site.database().bytes(site.schema());
    }

    @Override
    public void close() {
        pool.close();
    }

    private static Document document(Row row) {
        return new Document(
                LangChain4jContender.uuid(row.id()), row.searchText(), Map.of("id", row.id(), "course", row.course()));
    }

    /** The vectors of questions by their text, and those of passages by their id. */
    private static final class Vectors implements EmbeddingModel {
        private final Map<String, float[]> byText = new HashMap<>();

        @Override
        public EmbeddingResponse call(EmbeddingRequest request) {
            throw new UnsupportedOperationException("only known texts have a vector");
        }

        @Override
        public float[] embed(String text) {
            return known(text);
        }

        @Override
        public float[] embed(Document document) {
            return known(document.getId());
        }

        @Override
        public List<float[]> embed(
                List<Document> documents, EmbeddingOptions options, BatchingStrategy batchingStrategy) {
            return documents.stream().map(this::embed).toList();
        }

        private float[] known(String key) {
            float[] vector = byText.get(key);
            if (vector == null) {
                throw new IllegalStateException("a text without a vector");
            }
            return vector;
        }
    }
}
