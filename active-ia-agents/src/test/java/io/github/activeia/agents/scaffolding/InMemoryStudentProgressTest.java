package io.github.activeia.agents.scaffolding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.session.SessionStore;
import io.github.activeia.agents.testing.StudentProgressContract;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.StudentId;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InMemoryStudentProgressTest extends StudentProgressContract {
    private static final TopicKey TOPIC = new TopicKey(new CourseId("c"), new StudentId("ana"), "3");

    private @Nullable StudentProgress store;

    @Override
    protected StudentProgress node(Clock time, Duration timeToLive) {
        if (store == null) {
            store = StudentProgress.in(SessionStore.inMemory(time, timeToLive));
        }
        return store;
    }

    @Test
    void begins_with_the_parameters_of_the_host() {
        StudentProgress own = StudentProgress.in(SessionStore.inMemory(), new KnowledgeTracing(0.4, 0.2, 0.3, 0.05));

        assertThat(own.find(TOPIC).mastery()).isEqualTo(0.4);
    }

    @Test
    void observes_nobody_when_it_is_none() {
        StudentProgress.none().observe(TOPIC, AttemptOutcome.SOLVED_STEP);

        assertThat(StudentProgress.none().find(TOPIC).observations()).isZero();
    }
}
