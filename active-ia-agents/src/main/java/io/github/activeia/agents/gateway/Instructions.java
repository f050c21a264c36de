package io.github.activeia.agents.gateway;

import io.github.activeia.core.CourseId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What teachers ask of the tutor, in their own words.
 *
 * @param everywhere holds in every course, or null
 * @param courses hold in one course each, after what holds everywhere
 */
public record Instructions(@Nullable String everywhere, Map<CourseId, String> courses) {
    /** How long each may be, in characters. */
    public static final int MAX_LENGTH = 1_000;

    /** Copies the map. */
    public Instructions {
        courses = Map.copyOf(courses);
    }

    /** Returns what holds in a course, most general first; may be empty. */
    List<String> in(CourseId course) {
        return Stream.of(Stream.ofNullable(everywhere), Stream.ofNullable(courses.get(course)))
                .flatMap(said -> said)
                .map(String::strip)
                .toList();
    }
}
