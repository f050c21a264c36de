package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.Hint;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.store.DocumentCatalog;
import io.github.activeia.rag.store.DocumentWriter;
import io.github.activeia.rag.store.StoredDocument;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documents in the tables. */
final class PgDocumentCatalog implements DocumentCatalog {
    private static final String LIST =
            "SELECT course, source_file, title, content_type, unit, topic, difficulty, language,"
                    + " document_version, activity, content_hash, chunks, hints FROM ${k}sources WHERE course = ? ORDER BY source_file";

    private static final String ENTER =
            "INSERT INTO ${k}sources (course, source_file, title, content_type, unit, topic,"
                    + " difficulty, language, document_version, activity, content_hash, chunks, hints)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (course, source_file) DO UPDATE SET title = excluded.title,"
                    + " content_type = excluded.content_type, unit = excluded.unit, topic = excluded.topic,"
                    + " difficulty = excluded.difficulty, language = excluded.language,"
                    + " document_version = excluded.document_version, activity = excluded.activity,"
                    + " content_hash = excluded.content_hash, chunks = excluded.chunks, hints = excluded.hints, updated_at = now()";

    private static final String LEAVE = "DELETE FROM ${k}sources WHERE course = ? AND source_file = ?";

    /**
     * The transactions that last wrote each file, and each sum of chunks, which segments without a file change as well. The numbers
     * of transactions are the server's; the times are there for the day when they begin anew.
     */
    private static final String VERSION =
            "SELECT md5(coalesce((SELECT string_agg(source_file || ' ' || xmin::text || ' '"
                    + " || extract(epoch FROM updated_at), '/' ORDER BY source_file) FROM ${k}sources WHERE course = ?), '')"
                    + " || '|' || coalesce((SELECT string_agg(language || content_type || ' ' || xmin::text || ' ' || chunks || ' '"
                    + " || length, '/' ORDER BY language, content_type) FROM ${k}statistics WHERE course = ?), ''))";

    private final Database database;
    private final ChunkTerms terms;
    private final Vectors vectors;
    private final SearchIndexes indexes;

    PgDocumentCatalog(Database database, ChunkTerms terms, Vectors vectors, SearchIndexes indexes) {
        this.database = database;
        this.terms = terms;
        this.vectors = vectors;
        this.indexes = indexes;
    }

    @Override
    public Map<String, StoredDocument> list(CourseId course) {
        Map<String, StoredDocument> entries = new LinkedHashMap<>();
        database.query(course, LIST, (s, first) -> s.setString(first, course.value()), PgDocumentCatalog::entry)
                .forEach(entry -> entries.put(entry.document().source(), entry));
        return entries;
    }

    @Override
    public DocumentWriter replace(StoredDocument document) {
        return new PgDocumentWriter(database, terms, vectors, indexes, document);
    }

    @Override
    public void delete(CourseId course, String source) {
        database.transaction(course, transaction -> {
            CourseCounts counts = new CourseCounts(transaction, course);
            counts.lock();
            counts.remove(source, List.of());
            counts.settle(Map.of());
            return transaction.update(LEAVE, (s, first) -> {
                s.setString(first, course.value());
                s.setString(first + 1, source);
            });
        });
    }

    @Override
    public Optional<String> version(CourseId course) {
        return Optional.of(database.query(
                        course,
                        VERSION,
                        (s, first) -> {
                            s.setString(first, course.value());
                            s.setString(first + 1, course.value());
                        },
                        row -> row.getString(1))
                .get(0));
    }

    /** Writes the entry of a document. */
    static void enter(Transaction transaction, StoredDocument entry) throws SQLException {
        transaction.update(ENTER, (s, first) -> {
            set(s, entry);
            s.setString(11, entry.contentHash());
            s.setInt(12, entry.chunks());
            Object[] hints = entry.hints().stream()
                    .map(hint -> hint.level().number() + " " + hint.text())
                    .toArray();
            s.setArray(13, s.getConnection().createArrayOf("text", hints));
        });
    }

    private static void set(PreparedStatement s, StoredDocument entry) throws SQLException {
        Passage.Document document = entry.document();
        s.setString(1, entry.course().value());
        s.setString(2, document.source());
        s.setString(3, document.title());
        s.setString(4, document.contentType().value());
        s.setString(5, document.unit());
        s.setString(6, document.topic());
        s.setString(
                7, document.difficulty() == null ? null : document.difficulty().value());
        s.setString(8, document.language());
        s.setString(9, document.version());
        s.setString(10, document.activity());
    }

    private static StoredDocument entry(ResultSet row) throws SQLException {
        Passage.Document document = new Passage.Document(
                row.getString(2),
                row.getString(3),
                ContentType.of(row.getString(4)),
                row.getString(5),
                row.getString(6),
                ChunkColumns.difficulty(row.getString(7)),
                row.getString(8),
                row.getString(9),
                row.getString(10));
        return new StoredDocument(
                new CourseId(row.getString(1)), document, row.getString(11), row.getInt(12), hints(row));
    }

    private static List<Hint> hints(ResultSet row) throws SQLException {
        List<Hint> hints = new ArrayList<>();
        for (String written : (String[]) row.getArray(13).getArray()) {
            int level = Character.digit(written.charAt(0), 10);
            hints.add(new Hint(HelpLevel.of(level), written.substring(2)));
        }
        return hints;
    }
}
