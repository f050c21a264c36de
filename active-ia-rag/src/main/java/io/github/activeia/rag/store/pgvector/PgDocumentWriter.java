package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.Faults;
import io.github.activeia.rag.store.Chunk;
import io.github.activeia.rag.store.DocumentWriter;
import io.github.activeia.rag.store.EmbeddedChunk;
import io.github.activeia.rag.store.KnowledgeStoreException;
import io.github.activeia.rag.store.StoredDocument;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the chunks of a document as rows, and writes those that changed in one transaction: the others stay where they are, in the
 * tables and in the indexes. Between its calls it holds no connection.
 */
final class PgDocumentWriter implements DocumentWriter {
    private static final String KNOWN = "SELECT DISTINCT ON (content_hash) content_hash, embedding::real[]"
            + " FROM ${k}documents WHERE course = ? AND content_hash = ANY (?)";

    private static final String BEFORE =
            "SELECT id, revision, no FROM ${k}documents WHERE course = ? AND source_file = ?";

    private final Database database;
    private final SearchIndexes indexes;
    private final StoredDocument document;
    private final ChunkRows rows;
    private final List<Long> staying = new ArrayList<>();
    private @Nullable Map<String, Before> before;
    private boolean ended;

    /** A chunk of the version that is replaced. */
    private record Before(UUID revision, long no) {}

    PgDocumentWriter(
            Database database, ChunkTerms terms, Vectors vectors, SearchIndexes indexes, StoredDocument document) {
        this.database = database;
        this.indexes = indexes;
        this.document = document;
        this.rows = new ChunkRows(document.course(), database.settings().storage(), vectors, terms);
    }

    @Override
    public Map<String, float[]> known(Collection<String> embeddingHashes) {
        Map<String, float[]> known = new HashMap<>();
        database.query(
                        course(),
                        KNOWN,
                        (s, first) -> {
                            s.setString(first, course().value());
                            s.setObject(first + 1, embeddingHashes.toArray(String[]::new));
                        },
                        row -> Map.entry(row.getString(1), ChunkColumns.vector(row.getArray(2))))
                .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        return known;
    }

    @Override
    public void add(List<EmbeddedChunk> chunks) {
        requireOpen();
        List<ChunkRows.Row> changed = new ArrayList<>();
        for (EmbeddedChunk chunk : chunks) {
            requireSameDocument(chunk);
            ChunkRows.Row revised = new ChunkRows.Row(chunk, revision(chunk), "{}");
            Before same = before().get(chunk.chunk().id());
            if (same != null && same.revision().equals(revised.revision())) {
                staying.add(same.no());
            } else {
                changed.add(revised);
            }
        }
        write(changed);
    }

    @Override
    public void commit() {
        requireOpen();
        ended = true;
        boolean replaces = !before().isEmpty();
        indexes.beforeLoad(rows.rows());
        try {
            load(replaces);
        } finally {
            rows.close();
            indexes.afterLoad();
        }
    }

    private void load(boolean replaces) {
        database.transaction(course(), transaction -> {
            CourseCounts counts = new CourseCounts(transaction, course());
            counts.lock();
            requireSameVersion(transaction);
            rows.requireSameMeans(counts);
            if (replaces && staying.size() < before().size()) {
                counts.remove(document.document().source(), staying);
            }
            rows.load(transaction, counts, document.document().language());
            counts.settle(rows.means());
            PgDocumentCatalog.enter(transaction, document);
            return true;
        });
    }

    @Override
    public void close() {
        ended = true;
        rows.close();
    }

    private void write(List<ChunkRows.Row> changed) {
        if (changed.isEmpty()) {
            return;
        }
        List<DocumentTerms.Terms> counted =
                rows.count(changed.stream().map(row -> row.chunk().chunk()).toList());
        Deque<Long> numbers = numbers(changed.size());
        for (int i = 0; i < changed.size(); i++) {
            rows.write(numbers.pop(), changed.get(i), counted.get(i));
        }
    }

    private Deque<Long> numbers(int count) {
        return new ArrayDeque<>(database.query(
                course(), ChunkRows.NUMBERS, (s, first) -> s.setInt(first, count), row -> row.getLong(1)));
    }

    private Map<String, Before> before() {
        Map<String, Before> known = before;
        if (known == null) {
            known = new HashMap<>();
            for (Map.Entry<String, Before> chunk : database.query(
                    course(),
                    BEFORE,
                    (s, first) -> {
                        s.setString(first, course().value());
                        s.setString(first + 1, document.document().source());
                    },
                    row -> Map.entry(row.getString(1), new Before(row.getObject(2, UUID.class), row.getLong(3))))) {
                known.put(chunk.getKey(), chunk.getValue());
            }
            rows.use(database.transaction(course(), t -> new CourseCounts(t, course()).usedMeans()));
            before = known;
        }
        return known;
    }

    /** What stays must still be there, and what goes must be all that is there. */
    private void requireSameVersion(Transaction transaction) throws SQLException {
        Set<Long> now = new HashSet<>(transaction.query(
                "SELECT no FROM ${k}documents WHERE course = ? AND source_file = ?",
                (s, first) -> {
                    s.setString(first, course().value());
                    s.setString(first + 1, document.document().source());
                },
                row -> row.getLong(1)));
        Set<Long> then = before().values().stream().map(Before::no).collect(Collectors.toSet());
        if (!now.equals(then)) {
            throw ChunkRows.changedMeanwhile();
        }
    }

    private void requireOpen() {
        if (ended) {
            throw new KnowledgeStoreException(
                    "the writer of a document has ended — start another with replace(…)", false, null);
        }
    }

    private void requireSameDocument(EmbeddedChunk chunk) {
        String source = chunk.chunk().document().source();
        new Faults()
                .require(
                        source.equals(document.document().source()),
                        "chunk",
                        "belong to the document that is written",
                        source,
                        "write each document with a writer of its own")
                .throwIfAny();
    }

    private CourseId course() {
        return document.course();
    }

    /** The hash of what was embedded stands for the text; where one part of it ends and the next begins is put to it. */
    private static UUID revision(EmbeddedChunk embedded) {
        Chunk chunk = embedded.chunk();
        String all = embedded.embeddingHash()
                + '\n'
                + chunk.document()
                + chunk.id()
                + chunk.sectionId()
                + chunk.sectionPath()
                + chunk.position()
                + chunk.page()
                + chunk.overlap().length()
                + chunk.text().hashCode();
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
    }
}
