package io.github.activeia.rag.store;

import java.util.List;

/** The words of a course's material, solutions left out, for one question. Not thread-safe. */
public interface Vocabulary {
    /** Returns how many chunks the course has. */
    int chunks();

    /** Returns how many chunks contain a word in any inflection, or 0 if none does. */
    int frequency(String word);

    /**
     * Returns the words of the material that are one slip of the keys away: a letter too many, too few, wrong, or two swapped.
     *
     * @return without case and accents, likeliest first; empty for short words
     */
    List<String> nearest(String word);
}
