package io.github.activeia.rag.store.pgvector;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.store.Chunk;
import io.github.activeia.rag.store.EmbeddedChunk;
import io.github.activeia.rag.store.StoredDocument;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds and removes segments of a course; one writer at a time, each in one transaction. Thread-safe. */
final class SegmentWriter {
    private static final String SOURCE = PgVectorEmbeddingStore.SOURCE;
    private static final String LANGUAGE = "es";

    private static final String STRANGERS =
            "SELECT count(*) FROM ${k}documents WHERE course = ? AND id = ANY (?) AND source_file <> ?";

    private static final String BY_ID =
            "SELECT no FROM ${k}documents WHERE course = ? AND source_file = ? AND id = ANY (?)";

    private static final String BY_FILTER = "SELECT no FROM ${k}documents WHERE course = ? AND source_file = ? AND ";

    private static final String ENTRY =
            "SELECT chunks, content_hash FROM ${k}sources WHERE course = ? AND source_file = ?";

    private static final String LEAVE = "DELETE FROM ${k}sources WHERE course = ? AND source_file = ?";

    private final Database database;
    private final ChunkTerms terms;
    private final Vectors vectors;
    private final SearchIndexes indexes;
    private final CourseId course;

    /** What is to be added. */
    @SuppressWarnings("ArrayRecordComponent")
    record Entry(String id, float[] vector, @Nullable TextSegment segment) {
        /** Whether there is something to find with words, and to show. */
        boolean hasText() {
            return segment != null && !segment.text().isBlank();
        }
    }

    private record Known(int chunks, String hash) {}

    SegmentWriter(Database database, ChunkTerms terms, Vectors vectors, SearchIndexes indexes, CourseId course) {
        this.database = database;
        this.terms = terms;
        this.vectors = vectors;
        this.indexes = indexes;
        this.course = course;
    }

    /** Adds segments of different ids; those that are there are replaced. */
    void add(List<Entry> entries) {
        entries.forEach(entry -> vectors.unit(entry.vector()));
        List<ChunkRows.Row> rows = new ArrayList<>();
        entries.forEach(entry -> rows.add(row(entry, rows.size())));
        try (ChunkRows made = new ChunkRows(course, database.settings().storage(), vectors, terms)) {
            List<DocumentTerms.Terms> counted = made.count(rows.stream()
                    .map(row -> row.chunk().chunk())
                    .filter(SegmentWriter::isSearchable)
                    .toList());
            indexes.beforeLoad(rows.size());
            database.transaction(course, transaction -> load(transaction, made, rows, counted));
        }
        indexes.afterLoad();
    }

    /** Removes segments by id. */
    void remove(Collection<String> ids) {
        change(transaction -> byId(transaction, ids));
    }

    /** Removes the segments that a filter lets through. */
    void remove(FilterSql filter) {
        change(transaction -> transaction.query(
                BY_FILTER + filter.condition(),
                (s, first) -> {
                    s.setString(first, course.value());
                    s.setString(first + 1, SOURCE);
                    filter.bind(s, first + 2);
                },
                row -> row.getLong(1)));
    }

    private void change(Database.Work<List<Long>> chosen) {
        database.transaction(course, transaction -> {
            CourseCounts counts = new CourseCounts(transaction, course);
            counts.lock();
            List<Long> rows = chosen.in(transaction);
            if (!rows.isEmpty()) {
                counts.remove(rows);
                counts.settle(Map.of());
                enter(transaction, -rows.size(), "removed " + rows);
            }
            return true;
        });
    }

    private boolean load(
            Transaction transaction, ChunkRows made, List<ChunkRows.Row> rows, List<DocumentTerms.Terms> counted)
            throws SQLException {
        CourseCounts counts = new CourseCounts(transaction, course);
        counts.lock();
        List<String> ids = rows.stream().map(row -> row.chunk().chunk().id()).toList();
        requireOwn(transaction, ids);
        List<Long> replaced = byId(transaction, ids);
        if (!replaced.isEmpty()) {
            counts.remove(replaced);
        }
        made.use(counts.usedMeans());
        write(transaction, made, rows, counted);
        made.load(transaction, counts, LANGUAGE);
        counts.settle(made.means());
        enter(transaction, rows.size() - replaced.size(), "added " + rows.get(0).revision());
        return true;
    }

    private static void write(
            Transaction transaction, ChunkRows made, List<ChunkRows.Row> rows, List<DocumentTerms.Terms> counted)
            throws SQLException {
        Iterator<Long> numbers = transaction
                .query(ChunkRows.NUMBERS, (s, first) -> s.setInt(first, rows.size()), row -> row.getLong(1))
                .iterator();
        Iterator<DocumentTerms.Terms> next = counted.iterator();
        for (ChunkRows.Row row : rows) {
            made.write(numbers.next(), row, isSearchable(row.chunk().chunk()) ? next.next() : null);
        }
    }

    /** An id of a file's chunk is not free, since ids are unique in a course. */
    private void requireOwn(Transaction transaction, List<String> ids) throws SQLException {
        int strangers = transaction.one(
                STRANGERS,
                (s, first) -> {
                    s.setString(first, course.value());
                    s.setObject(first + 1, ids.toArray(String[]::new));
                    s.setString(first + 2, SOURCE);
                },
                row -> row.getInt(1));
        if (strangers > 0) {
            throw new InvalidValueException(
                    "id",
                    "not be that of a chunk of an ingested file",
                    strangers + " such ids",
                    "let the store make the ids, or put something before yours");
        }
    }

    private List<Long> byId(Transaction transaction, Collection<String> ids) throws SQLException {
        return transaction.query(
                BY_ID,
                (s, first) -> {
                    s.setString(first, course.value());
                    s.setString(first + 1, SOURCE);
                    s.setObject(first + 2, ids.toArray(String[]::new));
                },
                row -> row.getLong(1));
    }

    /** Keeps the catalog true. */
    private void enter(Transaction transaction, int more, String change) throws SQLException {
        Known before =
                transaction.query(ENTRY, this::setSource, row -> new Known(row.getInt(1), row.getString(2))).stream()
                        .findFirst()
                        .orElse(new Known(0, ""));
        int chunks = before.chunks() + more;
        if (chunks == 0) {
            transaction.update(LEAVE, this::setSource);
            return;
        }
        String hash = named(before.hash() + '\n' + change).toString();
        PgDocumentCatalog.enter(
                transaction, new StoredDocument(course, document(SOURCE, ContentType.THEORY, LANGUAGE), hash, chunks));
    }

    private void setSource(PreparedStatement s, int first) throws SQLException {
        s.setString(first, course.value());
        s.setString(first + 1, SOURCE);
    }

    private static ChunkRows.Row row(Entry entry, int position) {
        TextSegment segment = entry.segment();
        String metadata = segment == null ? SegmentMetadata.NONE : SegmentMetadata.json(segment.metadata());
        String text = segment == null ? "" : SegmentMetadata.requireStorable("text", segment.text());
        Chunk chunk = new Chunk(entry.id(), document(entry), entry.id(), List.of(), position, null, text, "");
        return new ChunkRows.Row(
                new EmbeddedChunk(chunk, SOURCE + ':' + entry.id(), entry.vector()),
                named(metadata + '\n' + chunk),
                metadata);
    }

    /** What has no text is kept like a solution, and without terms: no student's question is answered with a blank. */
    private static Passage.Document document(Entry entry) {
        TextSegment segment = entry.segment();
        if (segment == null || !entry.hasText()) {
            return document(SOURCE, ContentType.SOLUTION, LANGUAGE);
        }
        Metadata metadata = segment.metadata();
        String title = text(metadata, "title", text(metadata, "file_name", SOURCE));
        return document(title, ContentType.THEORY, text(metadata, "language", LANGUAGE));
    }

    private static boolean isSearchable(Chunk chunk) {
        return chunk.document().contentType() != ContentType.SOLUTION;
    }

    private static Passage.Document document(String title, ContentType type, String language) {
        return new Passage.Document(SOURCE, title, type, null, null, null, language, null, null);
    }

    private static String text(Metadata metadata, String key, String otherwise) {
        return metadata.toMap().get(key) instanceof String text && !text.isBlank() ? text : otherwise;
    }

    private static UUID named(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
