package io.github.activeia.samples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.filter.MetadataFilterBuilder;
import dev.langchain4j.store.embedding.pgvector.PgVectorEmbeddingStore;
import dev.langchain4j.store.embedding.pgvector.PgVectorEmbeddingStore.SearchMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * langchain4j-pgvector with its defaults: metadata as JSON, and no index for vectors. For words, the text search configuration of
 * the corpus's language instead of {@code simple}, which is the better one for it.
 */
final class LangChain4jContender implements Contender {
    private static final String TABLE = "passages";

    private final Site site;
    private final HikariDataSource pool;
    private final PgVectorEmbeddingStore store;

    LangChain4jContender(Site site, SearchMode mode) {
        this.site = site;
        this.pool = site.database().pool(site.schema());
        this.store = open(pool, site, mode);
    }

    static PgVectorEmbeddingStore open(HikariDataSource pool, Site site, SearchMode mode) {
        return PgVectorEmbeddingStore.datasourceBuilder()
                .datasource(pool)
                .table(TABLE)
                .dimension(site.dataset().dimension())
                .skipCreateVectorExtension(true)
                .searchMode(mode)
                .textSearchConfig(site.dataset().language().equals("en") ? "english" : "spanish")
                .build();
    }

    @Override
    public Loading load(List<Row> rows) {
        List<String> ids = rows.stream().map(row -> uuid(row.id())).toList();
        List<Embedding> vectors =
                rows.stream().map(row -> Embedding.from(row.vector())).toList();
        List<TextSegment> segments =
                rows.stream().map(LangChain4jContender::segment).toList();
        Stopwatch watch = new Stopwatch();
        store.addAll(ids, vectors, segments);
        return Loading.withoutIndex(watch.elapsed());
    }

    @Override
    public List<String> search(Search search) {
        EmbeddingSearchRequest.EmbeddingSearchRequestBuilder request = EmbeddingSearchRequest.builder()
                .query(search.question().text())
                .queryEmbedding(Embedding.from(search.question().vector()))
                .maxResults(Search.RESULTS);
        if (search.course() != null) {
            request.filter(MetadataFilterBuilder.metadataKey("course").isEqualTo(search.course()));
        }
        return store.search(request.build()).matches().stream()
                .map(match -> String.valueOf(match.embedded().metadata().getString("id")))
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

    /** Both this store and Spring AI's want ids of this form. */
    static String uuid(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static TextSegment segment(Row row) {
        return TextSegment.from(row.searchText(), new Metadata(Map.of("id", row.id(), "course", row.course())));
    }
}
