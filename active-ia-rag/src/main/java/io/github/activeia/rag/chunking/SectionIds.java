package io.github.activeia.rag.chunking;

import io.github.activeia.core.CourseId;

/** Names the sections of a document by their order; 0 is what stands before the first heading. */
public final class SectionIds {
    private SectionIds() {}

    /** Returns the id of a section. */
    public static String of(CourseId course, String source, int number) {
        return ContentHash.of(course.value(), source, "section", Integer.toString(number));
    }
}
