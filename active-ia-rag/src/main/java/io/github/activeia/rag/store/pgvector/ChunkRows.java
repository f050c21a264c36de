package io.github.activeia.rag.store.pgvector;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.store.Chunk;
import io.github.activeia.rag.store.EmbeddedChunk;
import io.github.activeia.rag.store.KnowledgeStoreException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Chunks of a course as rows of the tables: gathered without a connection, and loaded in one transaction. Not thread-safe. */
final class ChunkRows implements AutoCloseable {
    /** Gives numbers to as many rows as are asked for. */
    static final String NUMBERS = "SELECT nextval('${k}numbers') FROM generate_series(1, ?::integer)";

    private static final String DOCUMENTS =
            "documents_all (no, course, id, content, title, content_type, unit, topic, difficulty,"
                    + " language, embedding, source_id, source_file, document_version, activity, section_path, position, page,"
                    + " overlap, content_hash, revision, metadata)";

    private static final String LEXICON =
            "lexicon_all (no, course, content_type, language, length, terms, words, weights)";

    private static final int DOCUMENT_FIELDS = 22;
    private static final int LEXICON_FIELDS = 8;

    /** Some 15 MB of terms wait for the mean length of a document; one of more chunks than that is weighed by the mean of these. */
    private static final int ENOUGH_FOR_A_MEAN = 20_000;

    private final CourseId course;
    private final VectorStorage storage;
    private final Vectors vectors;
    private final DocumentTerms terms;
    private final CopyRows documents = new CopyRows(new Spool(Spool.IN_MEMORY));
    private final CopyRows lexicon = new CopyRows(new Spool(Spool.IN_MEMORY));
    private final List<Unweighed> unweighed = new ArrayList<>();
    private final Map<String, Float> means = new HashMap<>();

    /** A chunk whose terms wait until it is known how long the chunks of the course are. */
    private record Unweighed(long no, ContentType type, DocumentTerms.Terms terms) {}

    /** A chunk, and what else its row has. */
    record Row(EmbeddedChunk chunk, UUID revision, String metadata) {}

    ChunkRows(CourseId course, VectorStorage storage, Vectors vectors, ChunkTerms terms) {
        this.course = course;
        this.storage = storage;
        this.vectors = vectors;
        this.terms = new DocumentTerms(terms, course);
    }

    int rows() {
        return documents.rows();
    }

    /** Returns the mean lengths that the weights rest on, by language. */
    Map<String, Float> means() {
        return means;
    }

    /** Takes the means of the course; those that it does not have stay as they were chosen. */
    void use(Map<String, Float> known) {
        means.putAll(known);
    }

    /** Counts the terms of chunks, and returns them. */
    List<DocumentTerms.Terms> count(List<Chunk> chunks) {
        return chunks.stream().map(terms::add).toList();
    }

    /** Adds a row; one without terms is found by nobody who asks with words. */
    void write(long no, Row row, DocumentTerms.@Nullable Terms counted) {
        writeDocument(no, row);
        if (counted != null) {
            unweighed.add(new Unweighed(no, row.chunk().chunk().document().contentType(), counted));
            if (means.containsKey(counted.language()) || unweighed.size() >= ENOUGH_FOR_A_MEAN) {
                weigh();
            }
        }
    }

    private void weigh() {
        unweighed.forEach(waiting -> chooseMean(waiting.terms()));
        unweighed.forEach(waiting -> writeLexicon(waiting.no(), waiting.type(), waiting.terms()));
        unweighed.clear();
    }

    /** Loads the rows, and counts them. */
    void load(Transaction transaction, CourseCounts counts, String language) throws SQLException {
        weigh();
        if (documents.rows() > 0) {
            transaction.copy(DOCUMENTS, documents);
        }
        if (lexicon.rows() > 0) {
            transaction.copy(LEXICON, lexicon);
            counts.add(terms);
        } else {
            counts.addCourse(language);
        }
    }

    /** Refuses rows whose weights rest on means that the course no longer has. */
    void requireSameMeans(CourseCounts counts) throws SQLException {
        Map<String, Float> now = counts.usedMeans();
        boolean moved = now.entrySet().stream()
                .anyMatch(mean ->
                        means.containsKey(mean.getKey()) && !mean.getValue().equals(means.get(mean.getKey())));
        if (moved) {
            throw changedMeanwhile();
        }
    }

    static KnowledgeStoreException changedMeanwhile() {
        return new KnowledgeStoreException(
                "the course was changed by another writer meanwhile — let one at a time write to a course, and try again",
                true,
                null);
    }

    @Override
    public void close() {
        documents.close();
        lexicon.close();
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

    private void writeDocument(long no, Row row) {
        Chunk chunk = row.chunk().chunk();
        Passage.Document from = chunk.document();
        documents
                .begin(DOCUMENT_FIELDS)
                .number(no)
                .text(course.value())
                .text(chunk.id())
                .text(chunk.text())
                .text(from.title())
                .text(from.contentType().value())
                .text(from.unit())
                .text(from.topic())
                .text(from.difficulty() == null ? null : from.difficulty().value())
                .text(from.language())
                .vector(storage, vectors.unit(row.chunk().vector()))
                .text(chunk.sectionId())
                .text(from.source())
                .text(from.version())
                .text(from.activity())
                .texts(chunk.sectionPath())
                .integer(chunk.position())
                .integer(chunk.page())
                .text(chunk.overlap())
                .text(row.chunk().embeddingHash())
                .uuid(row.revision())
                .json(row.metadata())
                .end();
    }

    private void writeLexicon(long no, ContentType type, DocumentTerms.Terms counted) {
        float mean = means.getOrDefault(counted.language(), 1f);
        lexicon.begin(LEXICON_FIELDS)
                .number(no)
                .text(course.value())
                .text(type.value())
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
}
