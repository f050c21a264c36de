package io.github.activeia.rag.store.pgvector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.document.Metadata;
import io.github.activeia.core.InvalidValueException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a segment as JSON: texts, numbers and UUIDs each in an object of their own, so that a filter need not guess, and the
 * Java types of those numbers that are no int. A row without a segment has {@code null} instead.
 */
final class SegmentMetadata {
    static final String TEXT = "text";
    static final String NUMBER = "number";
    static final String UNIQUE = "uuid";
    static final String NONE = "null";

    private static final String TYPE = "type";
    private static final ObjectMapper JSON = new ObjectMapper();

    private SegmentMetadata() {}

    /** Returns the JSON of a segment's metadata. */
    static String json(Metadata metadata) {
        ObjectNode json = JSON.createObjectNode();
        metadata.toMap().forEach((key, value) -> put(json, requireStorable("metadata key", key), value));
        return json.toString();
    }

    /** Returns the metadata of a row, or null if it has no segment. */
    static @Nullable Metadata of(String stored) {
        JsonNode json = parsed(stored);
        if (json.isNull()) {
            return null;
        }
        Metadata metadata = new Metadata();
        json.path(TEXT)
                .properties()
                .forEach(e -> metadata.put(e.getKey(), e.getValue().textValue()));
        json.path(UNIQUE)
                .properties()
                .forEach(e ->
                        metadata.put(e.getKey(), UUID.fromString(e.getValue().textValue())));
        JsonNode types = json.path(TYPE);
        json.path(NUMBER)
                .properties()
                .forEach(e -> putNumber(metadata, e, types.path(e.getKey()).asText("int")));
        return metadata;
    }

    /** Returns a text if PostgreSQL can keep it as it is. */
    static String requireStorable(String property, String text) {
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new InvalidValueException(
                    property,
                    "have neither U+0000 nor half a surrogate pair",
                    text.length() + " characters with one",
                    "take it out: PostgreSQL cannot keep it");
        }
        return text;
    }

    private static void put(ObjectNode json, String key, Object value) {
        if (value instanceof String text) {
            json.withObjectProperty(TEXT).put(key, requireStorable("metadata", text));
        } else if (value instanceof UUID) {
            json.withObjectProperty(UNIQUE).put(key, value.toString());
        } else {
            json.withObjectProperty(NUMBER).put(key, number(value));
            if (!(value instanceof Integer)) {
                json.withObjectProperty(TYPE)
                        .put(key, value.getClass().getSimpleName().toLowerCase(Locale.ROOT));
            }
        }
    }

    private static BigDecimal number(Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return new BigDecimal(value.toString());
        }
        throw new InvalidValueException(
                "metadata",
                "hold texts, UUIDs and finite numbers",
                value instanceof Number ? value : value.getClass().getSimpleName(),
                "leave the entry out, or write it as text");
    }

    private static void putNumber(Metadata metadata, Map.Entry<String, JsonNode> entry, String type) {
        String value = entry.getValue().asText();
        switch (type) {
            case "long" -> metadata.put(entry.getKey(), Long.parseLong(value));
            case "float" -> metadata.put(entry.getKey(), Float.parseFloat(value));
            case "double" -> metadata.put(entry.getKey(), Double.parseDouble(value));
            default -> metadata.put(entry.getKey(), Integer.parseInt(value));
        }
    }

    private static JsonNode parsed(String stored) {
        try {
            return JSON.readTree(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("metadata of a segment is not JSON", e);
        }
    }
}
