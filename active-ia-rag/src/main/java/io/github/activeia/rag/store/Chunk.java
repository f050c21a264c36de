package io.github.activeia.rag.store;

import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a document: what is searched, and what is shown.
 *
 * @param id unique within the store, the same for the same text at the same place
 * @param document the document it is part of
 * @param sectionId the parent: all chunks of one section share it
 * @param sectionPath the headings above it, outermost first
 * @param position its place in the document, from 0
 * @param page the page or slide it starts on, from 1, or null
 * @param text the text, in Markdown, without the overlap
 * @param overlap the end of the chunk before, within the same section; searched but not shown; may be empty
 */
public record Chunk(
        String id,
        Passage.Document document,
        String sectionId,
        List<String> sectionPath,
        int position,
        @Nullable Integer page,
        String text,
        String overlap) {
    /** Copies the path. */
    public Chunk {
        sectionPath = List.copyOf(sectionPath);
    }

    /** Returns what is embedded and indexed: title, headings, overlap and text. */
    public String searchText() {
        StringBuilder all = new StringBuilder(document.title());
        sectionPath.stream()
                .filter(heading -> !heading.equals(document.title()))
                .forEach(h -> all.append(" — ").append(h));
        all.append('\n');
        if (!overlap.isEmpty()) {
            all.append(overlap).append('\n');
        }
        return all.append(text).toString();
    }
}
