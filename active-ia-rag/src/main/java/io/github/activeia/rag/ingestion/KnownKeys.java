package io.github.activeia.rag.ingestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The keys that one place reads, and what to say of the others.
 *
 * @param names of the keys, as one should write them
 * @param reads whether a key, as it was written, is read
 */
record KnownKeys(List<String> names, Predicate<String> reads) {
    private static final int SHORTEST = 3;
    private static final int LONGEST_SHOWN = 60;

    private static final List<String> HINTS = List.of("pistas", "hints");
    private static final List<String> LISTS = List.of("units", "unidades", "documents", "documentos");

    /** A title is for people: it is allowed, and nothing needs it. */
    private static final List<String> OF_COURSE =
            List.of("course", "title", "titulo", "language", "idioma", "version", "difficulty", "dificultad");

    private static final List<String> OF_UNIT = List.of("id", "folder", "carpeta", "title", "titulo");
    private static final List<String> OF_DOCUMENT = List.of("path");

    static final KnownKeys FRONT_MATTER = new KnownKeys(
            both(FileMetadata.keys(), HINTS), key -> FileMetadata.reads(key) || HINTS.contains(lower(key)));
    static final KnownKeys COURSE =
            new KnownKeys(both(OF_COURSE, LISTS), key -> OF_COURSE.contains(lower(key)) || LISTS.contains(key));
    static final KnownKeys UNIT = new KnownKeys(OF_UNIT, key -> OF_UNIT.contains(lower(key)));
    static final KnownKeys DOCUMENT = new KnownKeys(
            both(OF_DOCUMENT, FileMetadata.keys()), key -> FileMetadata.reads(key) || OF_DOCUMENT.contains(lower(key)));

    /** Returns what to say of a key that is not read and looks like one that is; nothing of any other. */
    Optional<String> misspelt(String key) {
        return Optional.ofNullable(reads.test(key) ? null : like(key)).map(meant -> misspelt(key, "", meant));
    }

    /**
     * Returns what to say of a key that is not read, whatever it looks like.
     *
     * @param place where the key stands, said after it; may be empty
     */
    Optional<String> unknown(String key, String place) {
        if (reads.test(key)) {
            return Optional.empty();
        }
        String meant = like(key);
        return Optional.of(
                meant != null
                        ? misspelt(key, place, meant)
                        : "its key " + shown(key) + place + " is not read — use one of " + String.join(", ", names)
                                + ", or take it out");
    }

    private static String misspelt(String key, String place, String meant) {
        return "its key " + shown(key) + place + " is not read, but looks like " + meant + " — if that is meant, write "
                + meant;
    }

    /** Returns the name that is at most one slip away, else one that begins like this. */
    private @Nullable String like(String key) {
        String folded = FileMetadata.fold(key).replace('-', '_');
        if (folded.length() < SHORTEST) {
            return null;
        }
        return names.stream()
                .filter(name -> oneSlip(folded, name))
                .findFirst()
                .or(() -> names.stream().filter(name -> name.startsWith(folded)).findFirst())
                .orElse(null);
    }

    /** Returns whether one letter too many, too few or wrong, or two that changed places, is all the difference. */
    private static boolean oneSlip(String a, String b) {
        int begin = 0;
        int endA = a.length();
        int endB = b.length();
        while (begin < Math.min(endA, endB) && a.charAt(begin) == b.charAt(begin)) {
            begin++;
        }
        while (endA > begin && endB > begin && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        boolean swapped = endA - begin == 2
                && endB - begin == 2
                && a.charAt(begin) == b.charAt(begin + 1)
                && a.charAt(begin + 1) == b.charAt(begin);
        return swapped || Math.max(endA, endB) - begin <= 1;
    }

    /** Returns a word of the author on one line, and not too long. */
    static String shown(String word) {
        String line = word.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
    }

    private static String lower(String key) {
        return key.strip().toLowerCase(Locale.ROOT);
    }

    private static List<String> both(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
