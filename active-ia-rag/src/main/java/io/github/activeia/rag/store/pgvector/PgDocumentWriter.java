package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.Faults;
import io.github.activeia.core.knowledge.Passage;
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

    private static final String NUMBERS = "SELECT nextval('${k}numbers') FROM generate_series(1, ?::integer)";

    private static final String DOCUMENTS =
            "documents_all (no, course, id, content, title, content_type, unit, topic, difficulty,"
                    + " language, embedding, source_id, source_file, document_version, activity, section_path, position, page,"
                    + " overlap, content_hash, revision)";

    private static final String LEXICON =
            "lexicon_all (no, course, content_type, language, length, terms, words, weights)";

    private static final int DOCUMENT_FIELDS = 21;
    private static final int LEXICON_FIELDS = 8;

    private final Database database;
    private final Vectors vectors;
    private final SearchIndexes indexes;
    private final StoredDocument document;
    private final DocumentTerms terms;
    private final CopyRows documents = new CopyRows(new Spool(Spool.IN_MEMORY));
    private final CopyRows lexicon = new CopyRows(new Spool(Spool.IN_MEMORY));
    private final List<Long> staying = new ArrayList<>();
    private final Map<String, Float> means = new HashMap<>();
    private @Nullable Map<String, Before> before;
    private boolean ended;

    /** A chunk of the version that is replaced. */
    private record Before(UUID revision, long no) {}

    private record Revised(EmbeddedChunk chunk, UUID revision) {}

    PgDocumentWriter(
            Database database, ChunkTerms terms, Vectors vectors, SearchIndexes indexes, StoredDocument document) {
        this.database = database;
        this.vectors = vectors;
        this.indexes = indexes;
        this.document = document;
        this.terms = new DocumentTerms(terms, document.course());
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
        List<Revised> changed = new ArrayList<>();
        for (EmbeddedChunk chunk : chunks) {
            requireSameDocument(chunk);
            Revised revised = new Revised(chunk, revision(chunk));
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
        indexes.beforeLoad(documents.rows());
        try {
            load(replaces);
        } finally {
            release();
            indexes.afterLoad();
        }
    }

    private void load(boolean replaces) {
        database.transaction(course(), transaction -> {
            CourseCounts counts = new CourseCounts(transaction, course());
            counts.lock();
            requireSameVersion(transaction);
            requireSameMeans(counts);
            if (replaces && staying.size() < before().size()) {
                counts.remove(document.document().source(), staying);
            }
            if (documents.rows() > 0) {
                transaction.copy(DOCUMENTS, documents);
                transaction.copy(LEXICON, lexicon);
                counts.add(terms);
            } else {
                counts.addCourse(document.document().language());
            }
            counts.settle(means);
            PgDocumentCatalog.enter(transaction, document);
            return true;
        });
    }

    @Override
    public void close() {
        ended = true;
        release();
    }

    private void write(List<Revised> changed) {
        if (changed.isEmpty()) {
            return;
        }
        List<DocumentTerms.Terms> counted = changed.stream()
                .map(revised -> terms.add(revised.chunk().chunk()))
                .toList();
        counted.forEach(this::chooseMean);
        Deque<Long> numbers = numbers(changed.size());
        for (int i = 0; i < changed.size(); i++) {
            long no = numbers.pop();
            writeDocument(no, changed.get(i));
            writeLexicon(no, changed.get(i).chunk().chunk(), counted.get(i));
        }
    }

    private Deque<Long> numbers(int count) {
        return new ArrayDeque<>(
                database.query(course(), NUMBERS, (s, first) -> s.setInt(first, count), row -> row.getLong(1)));
    }

    /** A language that the course did not have takes the mean of what is known of it so far. */
    private void chooseMean(DocumentTerms.Terms counted) {
        means.computeIfAbsent(counted.language(), language -> {
            long length = terms.lengths().entrySet().stream()
                    .filter(e -> e.getKey().language().equals(language))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            int chunks = terms.chunks().entrySet().stream()
                    .filter(e -> e.getKey().language().equals(language))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            return Math.max(1f, (float) length / chunks);
        });
    }

    private void writeDocument(long no, Revised revised) {
        Chunk chunk = revised.chunk().chunk();
        Passage.Document from = chunk.document();
        documents
                .begin(DOCUMENT_FIELDS)
                .number(no)
                .text(course().value())
                .text(chunk.id())
                .text(chunk.text())
                .text(from.title())
                .text(from.contentType().value())
                .text(from.unit())
                .text(from.topic())
                .text(from.difficulty() == null ? null : from.difficulty().value())
                .text(from.language())
                .vector(
                        database.settings().storage(),
                        vectors.unit(revised.chunk().vector()))
                .text(chunk.sectionId())
                .text(from.source())
                .text(from.version())
                .text(from.activity())
                .texts(chunk.sectionPath())
                .integer(chunk.position())
                .integer(chunk.page())
                .text(chunk.overlap())
                .text(revised.chunk().embeddingHash())
                .uuid(revised.revision())
                .end();
    }

    private void writeLexicon(long no, Chunk chunk, DocumentTerms.Terms counted) {
        float mean = means.getOrDefault(counted.language(), 1f);
        lexicon.begin(LEXICON_FIELDS)
                .number(no)
                .text(course().value())
                .text(chunk.document().contentType().value())
                .text(counted.language())
                .integer(counted.length())
                .integers(counted.numbers())
                .integers(counted.words())
                .sparse(
                        ChunkTerms.PLACES,
                        counted.numbers(),
                        Bm25.weights(counted.frequencies(), counted.length(), mean))
                .end();
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
            means.putAll(database.transaction(course(), t -> new CourseCounts(t, course()).usedMeans()));
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
            throw changedMeanwhile();
        }
    }

    private void requireSameMeans(CourseCounts counts) throws SQLException {
        Map<String, Float> now = counts.usedMeans();
        boolean moved = now.entrySet().stream()
                .anyMatch(mean ->
                        means.containsKey(mean.getKey()) && !mean.getValue().equals(means.get(mean.getKey())));
        if (moved) {
            throw changedMeanwhile();
        }
    }

    private static KnowledgeStoreException changedMeanwhile() {
        return new KnowledgeStoreException(
                "the course was changed by another writer meanwhile — let one at a time write to a course, and try again",
                true,
                null);
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

    private void release() {
        documents.close();
        lexicon.close();
    }

    /** A chunk's text says all that it has. */
    private static UUID revision(EmbeddedChunk embedded) {
        return UUID.nameUUIDFromBytes(
                (embedded.embeddingHash() + '\n' + embedded.chunk()).getBytes(StandardCharsets.UTF_8));
    }
}
