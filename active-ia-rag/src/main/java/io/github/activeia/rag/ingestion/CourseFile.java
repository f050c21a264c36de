package io.github.activeia.rag.ingestion;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.rag.ingestion.IngestionReport.Remark;
import io.github.activeia.rag.parsing.FrontMatter;
import io.github.activeia.rag.parsing.UnreadableDocumentException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file {@code course.yaml} at the root of a course, or what holds where there is none. */
record CourseFile(
        @Nullable CourseId course,
        FileMetadata defaults,
        List<Unit> units,
        Map<String, Map<String, String>> documents,
        List<Remark> notices) {

    static final String NAME = "course.yaml";
    private static final CourseFile NONE = new CourseFile(null, FileMetadata.NOTHING, List.of(), Map.of(), List.of());

    record Unit(String id, @Nullable String folder, @Nullable String title) {}

    static CourseFile in(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        try (Reader text = Files.newBufferedReader(file)) {
            return of(FrontMatter.yaml(text));
        } catch (IOException e) {
            throw wrong("cannot be read (" + e.getClass().getSimpleName() + ")", "save it as UTF-8", e);
        } catch (UnreadableDocumentException | InvalidValueException e) {
            throw wrong("is wrong: " + e.getMessage(), "then ingest again", e);
        }
    }

    private static UnreadableDocumentException wrong(String reason, String remedy, Exception cause) {
        return new UnreadableDocumentException(NAME + " " + reason, remedy, cause);
    }

    /** Returns the unit whose folder holds a file; the deepest folder counts. */
    Optional<String> unitOf(String source) {
        return units.stream()
                .filter(unit -> unit.folder() != null && source.startsWith(unit.folder() + "/"))
                .max((a, b) -> Integer.compare(
                        String.valueOf(a.folder()).length(),
                        String.valueOf(b.folder()).length()))
                .map(Unit::id);
    }

    /** Returns what the documents map says about a file, or nothing. */
    Map<String, String> document(String source) {
        return documents.getOrDefault(source, Map.of());
    }

    private static CourseFile of(Map<String, Object> yaml) {
        Map<String, String> own = FrontMatter.scalars(yaml);
        String id = own.get("course");
        Map<String, String> defaults = new LinkedHashMap<>(own);
        defaults.keySet().retainAll(List.of("language", "idioma", "version", "difficulty", "dificultad"));
        List<Unit> units = new ArrayList<>();
        for (Map<String, String> unit : entries(yaml, "units", "unidades")) {
            units.add(new Unit(required(unit, "id", "units"), folder(unit), unit.get("title")));
        }
        Map<String, Map<String, String>> documents = new LinkedHashMap<>();
        for (Map<String, String> document : entries(yaml, "documents", "documentos")) {
            String path = required(document, "path", "documents").replace('\\', '/');
            documents.put(path, document);
        }
        return new CourseFile(
                id == null ? null : new CourseId(id), FileMetadata.of(defaults), units, documents, notices(yaml));
    }

    /** Says of each key that is not read what to do, once for each of the lists. */
    private static List<Remark> notices(Map<String, Object> yaml) {
        List<String> words = new ArrayList<>();
        yaml.keySet().forEach(key -> KnownKeys.COURSE.unknown(key, "").ifPresent(words::add));
        for (String key : keys(yaml, "units", "unidades")) {
            KnownKeys.UNIT.unknown(key, " in units").ifPresent(words::add);
        }
        for (String key : keys(yaml, "documents", "documentos")) {
            KnownKeys.DOCUMENT.unknown(key, " in documents").ifPresent(words::add);
        }
        return words.stream().map(word -> new Remark(NAME, word)).toList();
    }

    private static Set<String> keys(Map<String, Object> yaml, String english, String spanish) {
        Set<String> keys = new LinkedHashSet<>();
        mappings(yaml, english, spanish).forEach(mapping -> keys.addAll(mapping.keySet()));
        return keys;
    }

    private static @Nullable String folder(Map<String, String> unit) {
        String folder = unit.getOrDefault("folder", unit.get("carpeta"));
        return folder == null ? null : folder.replace('\\', '/').replaceAll("/+$", "");
    }

    private static List<Map<String, String>> entries(Map<String, Object> yaml, String english, String spanish) {
        return mappings(yaml, english, spanish).stream()
                .map(FrontMatter::scalars)
                .toList();
    }

    private static List<Map<String, Object>> mappings(Map<String, Object> yaml, String english, String spanish) {
        Object value = yaml.getOrDefault(english, yaml.get(spanish));
        if (value == null) {
            return List.of();
        }
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Object entry : value instanceof List<?> list ? list : List.of("")) {
            if (!(entry instanceof Map<?, ?> map)) {
                throw new InvalidValueException(
                        english, "be a list of mappings", entry, "write one - {key: value, …} on each line");
            }
            Map<String, Object> named = new LinkedHashMap<>();
            map.forEach((key, item) -> named.put(String.valueOf(key), item));
            entries.add(named);
        }
        return entries;
    }

    private static String required(Map<String, String> entry, String key, String list) {
        String value = entry.get(key);
        if (value == null || value.isBlank()) {
            throw new InvalidValueException(key + " in " + list, "be present", entry, "add it");
        }
        return value;
    }
}
