package io.github.activeia.agents;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.activeia.core.Activity;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.ActivityCatalog;
import io.github.activeia.core.knowledge.SolutionIndex;
import io.github.activeia.core.knowledge.VersionedKnowledge;
import java.util.List;
import java.util.Optional;

/**
 * Remembers the activities of courses and the solutions near to a text, in the memory of this process alone, as long as the course does
 * not change. Thread-safe.
 */
final class KeptMaterial {
    private static final int KEPT = 1_000;

    private final Cache<Place, Optional<Activity>> activities = cache();
    private final Cache<Place, List<SolutionIndex.StoredSolution>> solutions = cache();

    /** Where something was looked up, in which version of the course. */
    private record Place(CourseId course, String version, String what, int most) {}

    private static <T> Cache<Place, T> cache() {
        return Caffeine.newBuilder().maximumSize(KEPT).executor(Runnable::run).build();
    }

    /** Returns a catalog that remembers what it found; one without versions as it is. */
    ActivityCatalog activities(ActivityCatalog catalog) {
        if (!(catalog instanceof VersionedKnowledge versioned)) {
            return catalog;
        }
        return (course, id) -> versioned
                .version(course)
                .map(version ->
                        activities.get(new Place(course, version, id.value(), 1), place -> catalog.find(course, id)))
                .orElseGet(() -> catalog.find(course, id));
    }

    /** Returns an index that remembers what it found; one without versions as it is. */
    SolutionIndex solutions(SolutionIndex index) {
        if (!(index instanceof VersionedKnowledge versioned)) {
            return index;
        }
        return (course, text, most) -> versioned
                .version(course)
                .map(version -> solutions.get(
                        new Place(course, version, text, most), place -> index.nearest(course, text, most)))
                .orElseGet(() -> index.nearest(course, text, most));
    }
}
