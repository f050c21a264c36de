package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.CourseId;
import io.github.activeia.rag.store.EmbeddedChunk;
import io.github.activeia.rag.store.StoreContents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Everything in the tables. */
final class PgContents implements StoreContents {
    private static final int BATCH = 256;

    private static final String COURSES =
            "SELECT course FROM ${k}statistics GROUP BY course ORDER BY course COLLATE \"C\"";

    private static final String ANY = "SELECT 1 FROM ${k}sources WHERE course = ? LIMIT 1";

    private static final String CHUNKS = "SELECT " + ChunkColumns.LIST + ", content_hash, embedding::real[], no"
            + " FROM ${k}documents WHERE course = ? AND source_file = ? AND (position, no) > (?, ?)"
            + " ORDER BY position, no LIMIT " + BATCH;

    private final Database database;

    /** A chunk, and where it is. */
    private record Placed(EmbeddedChunk chunk, long no) {}

    PgContents(Database database) {
        this.database = database;
    }

    @Override
    public List<CourseId> courses() {
        List<CourseId> known = database.administration(
                transaction -> transaction.query(COURSES, (s, first) -> {}, row -> new CourseId(row.getString(1))));
        return known.stream().filter(this::hasDocuments).toList();
    }

    /** Reads batch by batch, so that no connection is held while the chunks are used. */
    @Override
    public void read(CourseId course, String source, Consumer<List<EmbeddedChunk>> batches) {
        int position = Integer.MIN_VALUE;
        long no = Long.MIN_VALUE;
        List<Placed> batch;
        do {
            batch = batch(course, source, position, no);
            if (!batch.isEmpty()) {
                Placed last = batch.get(batch.size() - 1);
                position = last.chunk().chunk().position();
                no = last.no();
                batches.accept(batch.stream().map(Placed::chunk).toList());
            }
        } while (batch.size() == BATCH);
    }

    private List<Placed> batch(CourseId course, String source, int position, long no) {
        return database.query(
                course,
                CHUNKS,
                (s, first) -> {
                    s.setString(first, course.value());
                    s.setString(first + 1, source);
                    s.setInt(first + 2, position);
                    s.setLong(first + 3, no);
                },
                PgContents::placed);
    }

    private boolean hasDocuments(CourseId course) {
        return !database.query(course, ANY, (s, first) -> s.setString(first, course.value()), row -> true)
                .isEmpty();
    }

    private static Placed placed(ResultSet row) throws SQLException {
        EmbeddedChunk chunk = new EmbeddedChunk(
                ChunkColumns.chunk(row),
                row.getString(ChunkColumns.COUNT + 1),
                ChunkColumns.vector(row.getArray(ChunkColumns.COUNT + 2)));
        return new Placed(chunk, row.getLong(ChunkColumns.COUNT + 3));
    }
}
