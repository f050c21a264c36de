package io.github.activeia.core.trace;

import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.StudentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one question, and why.
 *
 * @param id the id that the reply carries
 * @param at when the question came in
 * @param who the ids of student, course, activity and session
 * @param question the sanitised question; never the original
 * @param reply the text that was shown
 * @param summary outcome, route, intent, risk, level, verdict, policy, as the words that are stored
 * @param steps the decision of each agent, with its evidence and its measured time, in order
 * @param aiInvolvement help level × share of AI text, 0 to 1, or null where it was not measured
 */
public record CognitiveTrace(
        String id,
        Instant at,
        Who who,
        String question,
        String reply,
        Map<String, Object> summary,
        List<Step> steps,
        @Nullable Double aiInvolvement) {

    /** Copies the collections; the order of the maps is kept, because people read them. */
    public CognitiveTrace {
        summary = ordered(summary);
        steps = List.copyOf(steps);
    }

    /**
     * Who asked where.
     *
     * @param student the student
     * @param course the course
     * @param activity the activity, or null
     * @param session the session
     */
    public record Who(StudentId student, CourseId course, @Nullable ActivityId activity, SessionId session) {}

    /**
     * The decision of one agent.
     *
     * @param agent for example {@code gatekeeper}
     * @param decision what it decided, in a word or two
     * @param why the reason, in a sentence; empty where the evidence says it all
     * @param evidence what it rests on: numbers, rules, ids; values are text, numbers, booleans, or lists and maps of them
     * @param duration measured
     */
    public record Step(String agent, String decision, String why, Map<String, Object> evidence, Duration duration) {
        /** Copies the evidence, in its order. */
        public Step {
            evidence = ordered(evidence);
        }
    }

    private static Map<String, Object> ordered(Map<String, Object> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(key, Objects.requireNonNull(value, key)));
        return Collections.unmodifiableMap(copy);
    }
}
