package io.github.activeia.rag.store;

import io.github.activeia.core.CourseId;
import java.util.List;

/** Searches the chunks of a course. */
public interface ChunkSearch {
    /**
     * Returns the union of the best chunks by words and the best by meaning, each scored by both.
     *
     * @return in no particular order
     */
    List<Candidate> candidates(CandidateQuery query);

    /** Returns the chunks of one section, in order. */
    List<Chunk> section(CourseId course, String sectionId);

    /**
     * Returns the words of a course, to tell a slip of the keys from a word that the material uses.
     *
     * @param text whose words will be asked for, so that a store on a server fetches them at once; any other word may be asked for too
     */
    Vocabulary vocabulary(CourseId course, String text);
}
