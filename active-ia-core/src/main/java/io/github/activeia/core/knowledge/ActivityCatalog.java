package io.github.activeia.core.knowledge;

import io.github.activeia.core.Activity;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import java.util.List;
import java.util.Optional;

/** The activities of courses, as the host or the course material defines them. Implementations are thread-safe. */
@FunctionalInterface
public interface ActivityCatalog {
    /** Returns an activity, or empty if the course has none with that id. */
    Optional<Activity> find(CourseId course, ActivityId activity);

    /** Returns a catalog without activities. */
    static ActivityCatalog none() {
        return (course, activity) -> Optional.empty();
    }

    /** Returns a catalog of some activities, the same for every course. */
    static ActivityCatalog of(List<Activity> activities) {
        List<Activity> copy = List.copyOf(activities);
        return (course, id) -> copy.stream().filter(a -> a.id().equals(id)).findFirst();
    }
}
