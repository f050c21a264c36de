package io.github.activeia.core.knowledge;

import io.github.activeia.core.CourseId;
import java.util.List;

/** Stored solutions, for leak detection alone. Implementations are thread-safe. */
@FunctionalInterface
public interface SolutionIndex {
    /** Returns the stored solutions of a course that are nearest to a text, best first. */
    List<StoredSolution> nearest(CourseId course, String text, int maxResults);

    /** Returns an index without solutions. */
    static SolutionIndex none() {
        return (course, text, maxResults) -> List.of();
    }

    /**
     * A piece of a solution. Its text must not reach a prompt, a reply, a log or a trace.
     *
     * @param id the id of the piece
     * @param text the text
     * @param source the file
     */
    record StoredSolution(String id, String text, String source) {
        @Override
        public String toString() {
            return "StoredSolution[" + source + "]";
        }
    }
}
