package io.github.activeia.core.knowledge;

import io.github.activeia.core.CourseId;

/**
 * A course that lives on this machine, opened from a folder.
 *
 * @param course its id
 * @param knowledge its material
 * @param solutions its solutions
 * @param activities its activities
 * @param resource what to close in the end
 */
public record EmbeddedCourse(
        CourseId course,
        KnowledgeSource knowledge,
        SolutionIndex solutions,
        ActivityCatalog activities,
        AutoCloseable resource) {}
