package io.github.activeia.agents.leak;

import io.github.activeia.core.Activity;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is on the table between a student and the tutor when a reply is written. Whatever stands in it is no secret any more. Immutable and
 * thread-safe.
 */
public final class Exchange {
    private final CourseId course;
    private final @Nullable Activity activity;
    private final String question;
    private final List<Passage> passages;
    private final Past past;
    private volatile @Nullable Known known;

    /**
     * What came before.
     *
     * @param said what the student said or showed before, oldest first
     * @param shown what the tutor has shown in this activity, oldest first; pieces that add up to a solution are a leak
     */
    public record Past(List<String> said, List<String> shown) {
        /** Copies the lists. */
        public Past {
            said = List.copyOf(said);
            shown = List.copyOf(shown);
        }

        /** Returns the past of a new session. */
        public static Past none() {
            return new Past(List.of(), List.of());
        }

        /** Leaves the texts out, so that they cannot reach a log. */
        @Override
        public String toString() {
            return "Past[" + said.size() + " messages, " + shown.size() + " replies]";
        }
    }

    private Exchange(CourseId course, @Nullable Activity activity, String question, List<Passage> passages, Past past) {
        this.course = course;
        this.activity = activity;
        this.question = question;
        this.passages = List.copyOf(passages);
        this.past = past;
    }

    /** Returns an exchange that begins with a sanitised question, whose reply may quote some passages. */
    public static Exchange of(CourseId course, String question, List<Passage> passages) {
        return new Exchange(course, null, question, passages, Past.none());
    }

    /** Returns the same exchange while the student works on an activity. */
    public Exchange on(@Nullable Activity value) {
        return new Exchange(course, value, question, passages, past);
    }

    /** Returns the same exchange with what came before. */
    public Exchange after(Past value) {
        return new Exchange(course, activity, question, passages, value);
    }

    /** Returns the course. */
    public CourseId course() {
        return course;
    }

    /** Returns what the student works on, or null. */
    public @Nullable Activity activity() {
        return activity;
    }

    /** Returns the sanitised message. */
    public String question() {
        return question;
    }

    /** Returns the course material that the reply may quote. */
    public List<Passage> passages() {
        return passages;
    }

    /** Returns what came before. */
    public Past past() {
        return past;
    }

    /** Reading it takes a while, and every sentence of a reply is compared with it. */
    Known known(LeakDetector detector) {
        Known read = known;
        if (read == null) {
            read = Known.of(this, detector);
            known = read;
        }
        return read;
    }

    /** Leaves the texts out, so that they cannot reach a log. */
    @Override
    public String toString() {
        return "Exchange[" + course + ", " + passages.size() + " passages, " + past + "]";
    }
}
