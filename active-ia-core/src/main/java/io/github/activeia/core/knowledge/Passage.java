package io.github.activeia.core.knowledge;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.Difficulty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of course material.
 *
 * @param id stable as long as the text does not change
 * @param text the text, in Markdown
 * @param score how well it fits, higher is better; comparable only within one result
 * @param document the document it is part of
 * @param sectionPath the headings above it, outermost first; empty at the top of a document
 * @param page the page or slide it starts on, from 1, or null where the format has none
 */
public record Passage(
        String id, String text, double score, Document document, List<String> sectionPath, @Nullable Integer page) {

    /** Copies the path. */
    public Passage {
        sectionPath = List.copyOf(sectionPath);
    }

    /**
     * The document of a passage.
     *
     * @param source the file, relative to the course's folder
     * @param title what it is called
     * @param contentType what it is for
     * @param unit the thematic unit, or null
     * @param topic the topic, or null
     * @param difficulty how hard it is, or null
     * @param language ISO 639-1, such as {@code es}
     * @param version the version that the author gave it, or null
     * @param activity the activity that a {@code consigna} or {@code solucion} belongs to, or null
     */
    public record Document(
            String source,
            String title,
            ContentType contentType,
            @Nullable String unit,
            @Nullable String topic,
            @Nullable Difficulty difficulty,
            String language,
            @Nullable String version,
            @Nullable String activity) {}

    /** Returns the innermost heading, or null. */
    public @Nullable String section() {
        return sectionPath.isEmpty() ? null : sectionPath.get(sectionPath.size() - 1);
    }

    /** Returns where it stands, for people: {@code unidad-3/insercion.md, «El invariante»}. */
    public String place() {
        String heading = section();
        return document.source()
                + (page == null ? "" : ", p. " + page)
                + (heading == null ? "" : ", «" + heading + "»");
    }
}
