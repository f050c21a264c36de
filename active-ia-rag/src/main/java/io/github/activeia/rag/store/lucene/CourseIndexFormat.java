package io.github.activeia.rag.store.lucene;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.rag.analysis.TextAnalysis;
import io.github.activeia.rag.store.Chunk;
import io.github.activeia.rag.store.EmbeddedChunk;
import io.github.activeia.rag.store.StoredDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;

/** The fields of a course's index: one Lucene document per chunk, and one per document for the catalog. Thread-safe. */
final class CourseIndexFormat {
    static final String SOURCE = "source";
    static final String CATALOG = "catalog";
    static final String TYPE = "type";
    static final String SECTION = "section";
    static final String HASH = "hash";
    static final String VECTOR = "vector";
    static final String WORDS = "words";
    private static final String CHUNK = "chunk";
    private static final String OTHER = "other";

    private final int dimension;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, TextAnalysis> languages = new LinkedHashMap<>();
    private final TextAnalysis words = TextAnalysis.words();

    CourseIndexFormat(int dimension) {
        this.dimension = dimension;
        for (String language : new String[] {"es", "en", OTHER}) {
            languages.put(textField(language), TextAnalysis.of(language));
        }
    }

    static String folderName(CourseId course) {
        String readable = course.value().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return readable.substring(0, Math.min(40, readable.length())) + "." + digest(course.value());
    }

    /** Returns the analysis of each field that holds text. */
    Map<String, TextAnalysis> textFields() {
        return languages;
    }

    TextAnalysis words() {
        return words;
    }

    Analyzer analyzer() {
        Map<String, Analyzer> byField = new LinkedHashMap<>();
        languages.forEach((field, analysis) -> byField.put(field, analysis.analyzer()));
        return new PerFieldAnalyzerWrapper(words.analyzer(), byField);
    }

    Document catalogEntry(StoredDocument document) throws IOException {
        Document fields = new Document();
        fields.add(new StringField(SOURCE, sourceKey(document.document().source()), Field.Store.NO));
        fields.add(new StringField(CATALOG, CATALOG, Field.Store.NO));
        fields.add(new StoredField(CHUNK, json.writeValueAsBytes(document)));
        return fields;
    }

    Document chunk(EmbeddedChunk embedded) throws IOException {
        Chunk chunk = embedded.chunk();
        ContentType type = chunk.document().contentType();
        Document fields = new Document();
        fields.add(new StringField(SOURCE, sourceKey(chunk.document().source()), Field.Store.NO));
        fields.add(new StringField(TYPE, type.name(), Field.Store.NO));
        fields.add(new StringField(SECTION, chunk.sectionId(), Field.Store.NO));
        fields.add(new StringField(HASH, embedded.embeddingHash(), Field.Store.YES));
        fields.add(new TextField(fieldOf(chunk.document().language()), chunk.searchText(), Field.Store.NO));
        if (type != ContentType.SOLUTION) {
            fields.add(new TextField(WORDS, chunk.searchText(), Field.Store.NO));
        }
        fields.add(new KnnFloatVectorField(VECTOR, unit(embedded.vector()), VectorSimilarityFunction.DOT_PRODUCT));
        fields.add(new StoredField(CHUNK, json.writeValueAsBytes(chunk)));
        return fields;
    }

    Chunk chunk(Document fields) throws IOException {
        return json.readValue(payload(fields), Chunk.class);
    }

    StoredDocument catalogEntry(Document fields) throws IOException {
        return json.readValue(payload(fields), StoredDocument.class);
    }

    /** Returns the key of a source: itself, or its digest where Lucene could not hold it as a term. */
    static String sourceKey(String source) {
        return source.length() < 4096 ? source : digest(source);
    }

    /** Returns a copy of length 1, so that the dot product is the cosine. */
    float[] unit(float[] vector) {
        double square = VectorUtil.dotProduct(vector, vector);
        if (vector.length != dimension || !(square > 0) || Double.isInfinite(square)) {
            throw new InvalidValueException(
                    "vector",
                    "have " + dimension + " finite numbers, not all of them zero",
                    vector.length + " numbers",
                    "embed with the model that the store was opened with");
        }
        return VectorUtil.l2normalize(vector.clone());
    }

    private static byte[] payload(Document fields) {
        BytesRef stored = fields.getBinaryValue(CHUNK);
        return BytesRef.deepCopyOf(stored).bytes;
    }

    private String fieldOf(String language) {
        String field = textField(language.toLowerCase(Locale.ROOT));
        return languages.containsKey(field) ? field : textField(OTHER);
    }

    private static String textField(String language) {
        return "text_" + language;
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
