package io.github.activeia.rag.store.pgvector;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import io.github.activeia.core.CourseId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Finds the segments of a course that are nearest to a vector. Thread-safe. */
final class SegmentSearch {
    private static final String ROWS = " FROM ${k}documents WHERE course = ? AND source_file = ? AND ";

    private static final String QUERY = "CAST(? AS real[])::${vector_type}";

    private static final String FOUND = "SELECT id, content, metadata::text, embedding::real[], -(embedding <#> "
            + QUERY + ") FROM found ORDER BY 5 DESC, no LIMIT ?";

    /** The walk goes on until it has met enough that the filter lets through; version 0.7 cannot, and does not know the settings. */
    private static final String BY_INDEX =
            "SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off;"
                    + " SELECT set_config(setting, 'relaxed_order', true) FROM pg_extension,"
                    + " unnest(ARRAY['hnsw.iterative_scan', 'ivfflat.iterative_scan']) AS setting"
                    + " WHERE extname = 'vector' AND extversion !~ '^0\\.[0-7](\\.|$)'";

    /** How many more candidates bits need than numbers. */
    private static final int WIDER = 8;

    private final Database database;
    private final Vectors vectors;
    private final CourseId course;

    @SuppressWarnings("ArrayRecordComponent")
    private record Asked(FilterSql filter, float[] vector, int most) {}

    SegmentSearch(Database database, Vectors vectors, CourseId course) {
        this.database = database;
        this.vectors = vectors;
        this.course = course;
    }

    /** Returns the matches, best first. */
    List<EmbeddingMatch<TextSegment>> matches(EmbeddingSearchRequest request) {
        Asked asked = new Asked(
                FilterSql.of(request.filter()),
                vectors.unit(request.queryEmbedding().vector()),
                request.maxResults());
        return nearest(asked).stream()
                .filter(match -> match.score() >= request.minScore())
                .toList();
    }

    /** A walk that comes back short is followed by the exact comparison. */
    private List<EmbeddingMatch<TextSegment>> nearest(Asked asked) {
        if (isFew(asked.filter())) {
            return exact(asked);
        }
        List<EmbeddingMatch<TextSegment>> near = approximate(asked);
        return near.size() < asked.most() ? exact(asked) : near;
    }

    /** Whether so few segments come into question that each can be compared. */
    private boolean isFew(FilterSql filter) {
        PgVectorSettings settings = database.settings();
        if (settings.index() == VectorIndex.NONE) {
            return true;
        }
        String count = "SELECT count(*) FROM (SELECT 1" + ROWS + filter.condition() + " LIMIT ?) AS chosen";
        long found = database.query(
                        course,
                        count,
                        (s, first) -> s.setInt(bind(s, first, filter), settings.exactLimit() + 1),
                        row -> row.getLong(1))
                .get(0);
        return found <= settings.exactLimit();
    }

    private List<EmbeddingMatch<TextSegment>> exact(Asked asked) {
        String sql = "WITH found AS MATERIALIZED (SELECT *" + ROWS
                + asked.filter().condition() + " ORDER BY (embedding <#> " + QUERY + ") + 0, no LIMIT ?) " + FOUND;
        return database.query(course, sql, (s, first) -> bind(s, first, asked, asked.most()), SegmentSearch::match);
    }

    private List<EmbeddingMatch<TextSegment>> approximate(Asked asked) {
        boolean bits = database.settings().storage() == VectorStorage.BINARY;
        String distance = bits
                ? "binary_quantize(embedding)::bit(${dimension}) <~> binary_quantize(" + QUERY + ")"
                : "embedding <#> " + QUERY;
        String sql = "WITH found AS MATERIALIZED (SELECT *" + ROWS
                + asked.filter().condition() + " ORDER BY " + distance + " LIMIT ?) " + FOUND;
        int candidates = bits ? Math.multiplyExact(asked.most(), WIDER) : asked.most();
        return database.transaction(course, transaction -> {
            transaction.run(BY_INDEX);
            return transaction.query(sql, (s, first) -> bind(s, first, asked, candidates), SegmentSearch::match);
        });
    }

    private void bind(PreparedStatement s, int first, Asked asked, int candidates) throws SQLException {
        int next = bind(s, first, asked.filter());
        s.setObject(next, asked.vector());
        s.setInt(next + 1, candidates);
        s.setObject(next + 2, asked.vector());
        s.setInt(next + 3, asked.most());
    }

    private int bind(PreparedStatement s, int first, FilterSql filter) throws SQLException {
        s.setString(first, course.value());
        s.setString(first + 1, PgVectorEmbeddingStore.SOURCE);
        return filter.bind(s, first + 2);
    }

    private static EmbeddingMatch<TextSegment> match(ResultSet row) throws SQLException {
        Metadata metadata = SegmentMetadata.of(row.getString(3));
        TextSegment segment = metadata == null ? null : TextSegment.from(row.getString(2), metadata);
        double cosine = Math.max(-1, Math.min(1, row.getDouble(5)));
        return new EmbeddingMatch<>(
                (cosine + 1) / 2, row.getString(1), Embedding.from(ChunkColumns.vector(row.getArray(4))), segment);
    }
}
