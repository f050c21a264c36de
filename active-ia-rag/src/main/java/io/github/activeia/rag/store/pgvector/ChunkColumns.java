package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.Difficulty;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.store.Chunk;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a chunk from the columns that every query of chunks begins with. */
final class ChunkColumns {
    /** The columns, in the order of {@link #chunk}. */
    static final String LIST = "id, content, title, content_type, unit, topic, difficulty, language, source_file,"
            + " document_version, activity, source_id, section_path, position, page, overlap";

    /** How many they are. */
    static final int COUNT = 16;

    private ChunkColumns() {}

    static Chunk chunk(ResultSet row) throws SQLException {
        return new Chunk(
                row.getString(1),
                document(row),
                row.getString(12),
                texts(row.getArray(13)),
                row.getInt(14),
                number(row, 15),
                row.getString(2),
                row.getString(16));
    }

    static float[] vector(Array values) throws SQLException {
        Float[] boxed = (Float[]) values.getArray();
        float[] vector = new float[boxed.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = boxed[i];
        }
        return vector;
    }

    static @Nullable Difficulty difficulty(@Nullable String value) {
        return value == null ? null : Difficulty.of(value);
    }

    private static Passage.Document document(ResultSet row) throws SQLException {
        return new Passage.Document(
                row.getString(9),
                row.getString(3),
                ContentType.of(row.getString(4)),
                row.getString(5),
                row.getString(6),
                difficulty(row.getString(7)),
                row.getString(8),
                row.getString(10),
                row.getString(11));
    }

    private static List<String> texts(Array values) throws SQLException {
        return List.of((String[]) values.getArray());
    }

    private static @Nullable Integer number(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
