package io.github.activeia.rag.chunking;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.store.Chunk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives chunks their ids and places: the same for the same text under the same headings of the same file. Not thread-safe. */
final class ChunkFactory {
    private final CourseId course;
    private final Passage.Document document;
    private final Map<String, Integer> seen = new HashMap<>();
    private int section;
    private int position;

    ChunkFactory(CourseId course, Passage.Document document) {
        this.course = course;
        this.document = document;
    }

    void nextSection() {
        section++;
    }

    int overhead(List<String> headings) {
        return TokenEstimate.of(new Chunk("", document, "", headings, 0, null, "", "").searchText());
    }

    Chunk chunk(List<String> headings, @Nullable Integer page, String text, String overlap) {
        String place = ContentHash.of(course.value(), document.source(), String.join("\u0001", headings), text);
        int again = seen.merge(place, 1, Integer::sum);
        String id = again == 1 ? place : ContentHash.of(place, Integer.toString(again));
        String sectionId = SectionIds.of(course, document.source(), section);
        return new Chunk(id, document, sectionId, headings, position++, page, text, overlap);
    }
}
