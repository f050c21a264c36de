package io.github.activeia.agents.gateway;

import io.github.activeia.core.Activity;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The policies of an institution and of its courses.
 *
 * @param institution holds everywhere
 * @param courses hold in one course each
 */
public record Policies(CoursePolicy institution, Map<CourseId, CoursePolicy> courses) {
    /** Copies the map. */
    public Policies {
        courses = Map.copyOf(courses);
    }

    /** Returns the policy in force: the most restrictive of institution, course and activity, field by field. */
    CoursePolicy inForce(CourseId course, @Nullable Activity activity) {
        CoursePolicy ofCourse = courses.get(course);
        CoursePolicy policy = ofCourse == null ? institution : institution.mostRestrictive(ofCourse);
        CoursePolicy ofActivity = activity == null ? null : activity.policy();
        return ofActivity == null ? policy : policy.mostRestrictive(ofActivity);
    }
}
