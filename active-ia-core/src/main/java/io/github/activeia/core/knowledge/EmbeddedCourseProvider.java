package io.github.activeia.core.knowledge;

import java.nio.file.Path;

/** Opens a folder of course files without any server; found with {@link java.util.ServiceLoader}. */
@FunctionalInterface
public interface EmbeddedCourseProvider {
    /**
     * Ingests what changed in a folder, and opens it.
     *
     * @throws io.github.activeia.core.ActiveIaException if the folder is missing or has no usable file
     */
    EmbeddedCourse open(Path folder);
}
