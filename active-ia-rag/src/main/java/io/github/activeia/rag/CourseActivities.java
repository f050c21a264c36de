package io.github.activeia.rag;

import io.github.activeia.core.Activity;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.ActivityCatalog;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.chunking.SectionIds;
import io.github.activeia.rag.store.Chunk;
import io.github.activeia.rag.store.KnowledgeStore;
import io.github.activeia.rag.store.StoredDocument;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The activities that the assignments of a course define. */
final class CourseActivities implements ActivityCatalog {
    private static final int MOST_SECTIONS = 12;
    private static final int ENOUGH_CHARACTERS = 1500;

    private final KnowledgeStore store;

    CourseActivities(KnowledgeStore store) {
        this.store = store;
    }

    @Override
    public Optional<Activity> find(CourseId course, ActivityId activity) {
        return store.documents().list(course).values().stream()
                .filter(entry -> entry.document().contentType() == ContentType.ASSIGNMENT)
                .filter(entry -> activity.value().equals(entry.document().activity()))
                .min(Comparator.comparing(entry -> entry.document().source()))
                .map(entry -> activity(activity, entry));
    }

    private Activity activity(ActivityId id, StoredDocument entry) {
        Passage.Document document = entry.document();
        String instructions = instructions(entry.course(), document.source());
        return new Activity(id, document.title(), instructions, document.unit(), document.difficulty(), null)
                .withHints(entry.hints());
    }

    /** The sections of the assignment from the top, until there is enough. */
    private String instructions(CourseId course, String source) {
        StringBuilder text = new StringBuilder();
        for (int number = 0; number < MOST_SECTIONS && text.length() < ENOUGH_CHARACTERS; number++) {
            List<Chunk> section = store.chunks().section(course, SectionIds.of(course, source, number));
            section.forEach(chunk -> text.append(text.isEmpty() ? "" : "\n\n").append(chunk.text()));
        }
        return text.toString();
    }
}
