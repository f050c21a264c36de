package io.github.activeia.rag.ingestion;

import io.github.activeia.core.ContentType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the names of folders and of the file itself say about a file. */
final class FolderLayout {
    private static final Pattern NAMED_UNIT = Pattern.compile(
            "^(?:unidad|unit|u|modulo|module|semana|week|bloque|clase|class|lesson|chapter|capitulo)[ _.-]*0*(\\d{1,3})(?:\\D.*)?$");
    private static final Pattern NUMBERED_FOLDER = Pattern.compile("^0*(\\d{1,3})[ _.-].*$");

    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");

    /** Solutions come first: what any name calls a solution is one. */
    private static final Map<ContentType, List<String>> WORDS = Map.of(
            ContentType.SOLUTION,
            List.of("solucion", "solution", "respuesta", "answer", "resolucion"),
            ContentType.FAQ,
            List.of("faq", "faqs", "preguntasfrecuentes"),
            ContentType.ASSIGNMENT,
            List.of("consigna", "consignas", "assignment", "assignments", "enunciado", "enunciados"),
            ContentType.EXERCISE,
            List.of("ejercicio", "ejercicios", "exercise", "exercises", "ejercitacion"),
            ContentType.EXAMPLE,
            List.of("ejemplo", "ejemplos", "example", "examples"),
            ContentType.TRANSCRIPT,
            List.of("transcripcion", "transcripciones", "transcript", "transcripts"),
            ContentType.THEORY,
            List.of("teoria", "theory", "apunte", "apuntes", "lecture", "lectures"));

    private static final List<ContentType> ORDER = List.of(
            ContentType.FAQ,
            ContentType.ASSIGNMENT,
            ContentType.EXERCISE,
            ContentType.EXAMPLE,
            ContentType.TRANSCRIPT,
            ContentType.THEORY);

    private FolderLayout() {}

    /** Reads a path with slashes, relative to the course. */
    static FileMetadata of(String source) {
        String[] parts = source.split("/");
        ContentType type = type(parts);
        boolean task = type == ContentType.ASSIGNMENT || type == ContentType.SOLUTION;
        return new FileMetadata(
                null, unit(parts), null, type, null, null, null, task ? activity(parts[parts.length - 1]) : null);
    }

    private static @Nullable String unit(String[] parts) {
        for (int i = 0; i < parts.length; i++) {
            boolean folder = i < parts.length - 1;
            String name = FileMetadata.fold(parts[i]);
            Matcher named = NAMED_UNIT.matcher(folder ? name : stem(name));
            Matcher numbered = NUMBERED_FOLDER.matcher(name);
            if (named.matches()) {
                return named.group(1);
            }
            if (folder && numbered.matches()) {
                return numbered.group(1);
            }
        }
        return null;
    }

    /** A solution wins wherever it is named; otherwise the innermost name counts. */
    private static @Nullable ContentType type(String[] parts) {
        for (String part : parts) {
            if (tokens(part).stream().anyMatch(FolderLayout::namesSolution) || isAnswerKey(part)) {
                return ContentType.SOLUTION;
            }
        }
        for (int i = parts.length - 1; i >= 0; i--) {
            List<String> tokens = tokens(parts[i]);
            for (ContentType type : ORDER) {
                if (tokens.stream().anyMatch(WORDS.getOrDefault(type, List.of())::contains)
                        || (type == ContentType.FAQ && String.join("", tokens).contains("preguntasfrecuentes"))) {
                    return type;
                }
            }
        }
        return null;
    }

    private static boolean namesSolution(String token) {
        return WORDS.getOrDefault(ContentType.SOLUTION, List.of()).stream().anyMatch(token::startsWith);
    }

    private static boolean isAnswerKey(String part) {
        String joined = String.join("", tokens(part));
        return joined.contains("answerkey") || joined.contains("clavedecorreccion");
    }

    /** Words of a name: case, digits and signs divide them. */
    private static List<String> tokens(String part) {
        String divided = part.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                .replaceAll("(\\p{L})(\\d)", "$1 $2")
                .replaceAll("(\\d)(\\p{L})", "$1 $2");
        return words(FileMetadata.fold(divided));
    }

    /** The name of an assignment without the words for its kind: {@code tp2-consigna.md} and {@code tp2-solucion.md} are {@code tp2}. */
    static @Nullable String activity(String source) {
        String file = source.substring(source.lastIndexOf('/') + 1);
        StringBuilder id = new StringBuilder();
        for (String word : words(FileMetadata.fold(file))) {
            boolean kind = namesSolution(word)
                    || WORDS.values().stream().anyMatch(words -> words.contains(word))
                    || List.of("de", "del", "la", "el", "of", "the", "key").contains(word);
            if (!kind && !word.isEmpty()) {
                id.append(id.isEmpty() ? "" : "-").append(word);
            }
        }
        return id.isEmpty() ? null : id.toString().toLowerCase(Locale.ROOT);
    }

    private static List<String> words(String file) {
        return NO_WORD.splitAsStream(stem(file)).toList();
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
