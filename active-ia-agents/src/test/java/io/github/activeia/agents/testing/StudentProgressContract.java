package io.github.activeia.agents.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.scaffolding.AttemptOutcome;
import io.github.activeia.agents.scaffolding.KnowledgeTracing;
import io.github.activeia.agents.scaffolding.StudentProgress;
import io.github.activeia.agents.scaffolding.TopicKey;
import io.github.activeia.agents.scaffolding.TopicProgress;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.testing.MutableClock;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every store of progress must do. Extend it and say how a node gets to the states of the test. */
public abstract class StudentProgressContract {
    private static final int THREADS = 16;
    private static final int UPDATES = 10;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final TopicProgress FRESH = TopicProgress.fresh(KnowledgeTracing.defaults());

    private final MutableClock clock = MutableClock.at("2026-03-02T12:00:00Z");

    /**
     * Returns the store of one more node, with the default parameters. All that one test gets share their states, which are empty in
     * the beginning; a store in memory is always the same.
     */
    protected abstract StudentProgress node(Clock time, Duration timeToLive);

    @Test
    void starts_with_what_holds_before_any_observation() {
        assertThat(node().find(topic("ana", "3"))).isEqualTo(FRESH);
    }

    @Test
    void shows_another_node_what_was_observed() {
        node().observe(topic("ana", "3"), AttemptOutcome.FAILED);
        TopicProgress after = node().observe(topic("ana", "3"), AttemptOutcome.SOLVED_STEP);

        assertThat(node().find(topic("ana", "3"))).isEqualTo(after);
        assertThat(after.successes()).isEqualTo(1);
        assertThat(after.failures()).isEqualTo(1);
        assertThat(after.mastery()).isGreaterThan(FRESH.mastery());
    }

    @Test
    void keeps_students_courses_and_topics_apart() {
        StudentProgress store = node();

        store.observe(topic("ana", "3"), AttemptOutcome.SOLVED_STEP);

        assertThat(store.find(topic("beto", "3"))).isEqualTo(FRESH);
        assertThat(store.find(topic("ana", "4"))).isEqualTo(FRESH);
        assertThat(store.find(new TopicKey(new CourseId("redes"), new StudentId("ana"), "3")))
                .isEqualTo(FRESH);
    }

    @Test
    void loses_no_observation_when_two_nodes_observe_at_the_same_time() throws Exception {
        StudentProgress first = node();
        StudentProgress second = node();

        Crowd.of(THREADS, thread -> {
            for (int i = 0; i < UPDATES; i++) {
                (thread % 2 == 0 ? first : second)
                        .observe(topic("ana", "3"), i % 2 == 0 ? AttemptOutcome.FAILED : AttemptOutcome.SOLVED_STEP);
            }
        });

        TopicProgress after = first.find(topic("ana", "3"));
        assertThat(after.failures()).isEqualTo(THREADS * UPDATES / 2);
        assertThat(after.successes()).isEqualTo(THREADS * UPDATES / 2);
    }

    @Test
    void forgets_a_topic_when_nothing_is_observed_for_the_time_to_live() {
        TopicProgress observed = node().observe(topic("ana", "3"), AttemptOutcome.SOLVED_STEP);

        clock.advance(HOUR.minusMillis(1));
        TopicProgress before = node().find(topic("ana", "3"));
        clock.advance(Duration.ofMillis(1));
        TopicProgress after = node().find(topic("ana", "3"));

        assertThat(before).isEqualTo(observed);
        assertThat(after).isEqualTo(FRESH);
    }

    private StudentProgress node() {
        return node(clock, HOUR);
    }

    private static TopicKey topic(String student, String topic) {
        return new TopicKey(new CourseId("algoritmos"), new StudentId(student), topic);
    }
}
