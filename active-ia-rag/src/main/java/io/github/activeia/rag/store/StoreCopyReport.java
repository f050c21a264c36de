package io.github.activeia.rag.store;

import io.github.activeia.core.CourseId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a copy did. Every number of documents and chunks was counted in the target.
 *
 * @param courses in the order of their names
 */
public record StoreCopyReport(List<Course> courses) {
    private static final int FEW = 3;

    /** Copies the list. */
    public StoreCopyReport {
        courses = List.copyOf(courses);
    }

    /**
     * A course that was copied.
     *
     * @param course the course
     * @param documents how many documents of the source the target has, which is all of them
     * @param chunks how many chunks they have
     * @param copied how many of the documents were written now
     * @param skipped how many were there before
     * @param extra documents that only the target has, by source file
     */
    public record Course(CourseId course, int documents, long chunks, int copied, int skipped, List<String> extra) {
        /** Copies the list. */
        public Course {
            extra = List.copyOf(extra);
        }

        @Override
        public String toString() {
            String line = course + ": " + documents + " documents (" + copied + " copied, " + skipped
                    + " there before), " + chunks + " chunks";
            return extra.isEmpty() ? line : line + "\n  only in the target: " + few();
        }

        private String few() {
            String names = extra.stream().limit(FEW).collect(Collectors.joining(", "));
            return names + (extra.size() > FEW ? " and " + (extra.size() - FEW) + " more" : "");
        }
    }

    /** Returns how many documents the courses have together. */
    public int documents() {
        return courses.stream().mapToInt(Course::documents).sum();
    }

    /** Returns how many chunks the courses have together. */
    public long chunks() {
        return courses.stream().mapToLong(Course::chunks).sum();
    }

    /** Returns a line for each course, and the sum. */
    @Override
    public String toString() {
        return courses.stream().map(course -> course + "\n").collect(Collectors.joining()) + "verified: " + documents()
                + " documents, " + chunks() + " chunks in " + courses.size() + " courses";
    }
}
