package io.github.activeia.spring;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Fault;
import io.github.activeia.core.knowledge.ActivityCatalog;
import io.github.activeia.core.knowledge.EmbeddedCourse;
import io.github.activeia.core.knowledge.EmbeddedCourseProvider;
import io.github.activeia.core.knowledge.KnowledgeSource;
import io.github.activeia.core.knowledge.SolutionIndex;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The course material that the starter has opened, and closes with the context. */
final class CourseMaterial implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ActiveIaAutoConfiguration.class);

    private final @Nullable EmbeddedCourse opened;

    private CourseMaterial(@Nullable EmbeddedCourse opened) {
        this.opened = opened;
    }

    static CourseMaterial open(ActiveIaProperties properties) {
        Path folder = properties.course().folder();
        if (folder == null) {
            LOG.warn(
                    "active-ia.course.folder is not set and there is no KnowledgeSource bean: the tutor knows no course"
                            + " material, and explains in general only");
            return new CourseMaterial(null);
        }
        EmbeddedCourseProvider provider = ServiceLoader.load(EmbeddedCourseProvider.class)
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(new Fault(
                        "active-ia.course.folder",
                        "find a provider of embedded courses",
                        "without one",
                        "add io.github.activeia:active-ia-rag to the class path")));
        return new CourseMaterial(provider.open(folder));
    }

    KnowledgeSource knowledge() {
        return opened == null ? KnowledgeSource.none() : opened.knowledge();
    }

    SolutionIndex solutions() {
        return opened == null ? SolutionIndex.none() : opened.solutions();
    }

    ActivityCatalog activities() {
        return opened == null ? ActivityCatalog.none() : opened.activities();
    }

    @Nullable
    CourseId course() {
        return opened == null ? null : opened.course();
    }

    Object state() {
        return opened == null ? "none" : "open";
    }

    /** Closes the index; a failure is logged, because the context goes on closing anyway. */
    @Override
    public void close() {
        if (opened == null) {
            return;
        }
        try {
            opened.resource().close();
        } catch (Exception failure) {
            LOG.warn("the course material of {} could not be closed: {}", opened.course(), failure.getMessage());
        }
    }
}
