package io.github.activeia.rag.ingestion;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.Difficulty;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.PlainText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one source says about a file: front matter, the documents map, the layout or the course. Absent values are null. */
record FileMetadata(
        @Nullable String title,
        @Nullable String unit,
        @Nullable String topic,
        @Nullable ContentType contentType,
        @Nullable Difficulty difficulty,
        @Nullable String language,
        @Nullable String version,
        @Nullable String activity) {

    static final FileMetadata NOTHING = new FileMetadata(null, null, null, null, null, null, null, null);

    private static final Map<String, String> SPANISH = Map.of(
            "titulo", "title",
            "unidad", "unit",
            "tema", "topic",
            "tipo", "content_type",
            "tipo_contenido", "content_type",
            "dificultad", "difficulty",
            "idioma", "language",
            "actividad", "activity");

    private static final List<String> ENGLISH =
            List.of("title", "unit", "topic", "content_type", "difficulty", "language", "version", "activity");

    /** Returns the keys, in English and then in Spanish. */
    static List<String> keys() {
        return Stream.concat(ENGLISH.stream(), SPANISH.keySet().stream().sorted())
                .toList();
    }

    /** Returns whether a key, as it was written, is one of them. */
    static boolean reads(String key) {
        return ENGLISH.contains(name(key));
    }

    private static String name(String key) {
        String folded = fold(key).replace('-', '_');
        return SPANISH.getOrDefault(folded, folded);
    }

    /**
     * Understands the keys in English or Spanish, and leaves all others alone.
     *
     * @throws InvalidValueException if a value is unknown
     */
    static FileMetadata of(Map<String, String> values) {
        Map<String, String> known = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (!value.isBlank()) {
                known.putIfAbsent(name(key), value.strip());
            }
        });
        String type = known.get("content_type");
        String difficulty = known.get("difficulty");
        return new FileMetadata(
                known.get("title"),
                known.get("unit"),
                known.get("topic"),
                type == null ? null : ContentType.of(type),
                difficulty == null ? null : Difficulty.of(difficulty),
                language(known.get("language")),
                known.get("version"),
                known.get("activity"));
    }

    /** Returns these values, completed by those of a source that counts less. */
    FileMetadata orElse(FileMetadata other) {
        return new FileMetadata(
                title != null ? title : other.title,
                unit != null ? unit : other.unit,
                topic != null ? topic : other.topic,
                contentType != null ? contentType : other.contentType,
                difficulty != null ? difficulty : other.difficulty,
                language != null ? language : other.language,
                version != null ? version : other.version,
                activity != null ? activity : other.activity);
    }

    static String fold(String word) {
        return PlainText.fold(word.strip());
    }

    private static @Nullable String language(@Nullable String written) {
        if (written == null) {
            return null;
        }
        String code = Locale.forLanguageTag(written.replace('_', '-')).getLanguage();
        if (code.length() != 2) {
            throw new InvalidValueException("language", "be an ISO 639-1 code", written, "write es or en, for example");
        }
        return code;
    }
}
