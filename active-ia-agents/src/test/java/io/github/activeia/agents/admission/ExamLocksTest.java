package io.github.activeia.agents.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.agents.admission.ExamLocks.Lock;
import io.github.activeia.core.Account;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.StudentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExamLocksTest {
    private static final CourseId COURSE = new CourseId("algoritmos");
    private static final ActivityId PARCIAL = new ActivityId("parcial");
    private static final StudentId ANA = new StudentId("ana");
    private static final Instant NINE = Instant.parse("2026-11-27T12:00:00Z");
    private static final Instant ELEVEN = NINE.plus(Duration.ofHours(2));

    private static AdmissionRequest at(Instant instant, @Nullable ActivityId activity) {
        return request(COURSE, activity, instant);
    }

    private static AdmissionRequest request(CourseId course, @Nullable ActivityId activity, Instant at) {
        return new AdmissionRequest(new Account(ANA, course, null), activity, CoursePolicy.intermediate(), at);
    }

    @Test
    void locks_from_the_first_instant_until_before_the_last() {
        ExamLocks locks = ExamLocks.of(List.of(Lock.of(COURSE, NINE, ELEVEN)));

        assertThat(locks.test(at(NINE.minusMillis(1), null))).isFalse();
        assertThat(locks.test(at(NINE, null))).isTrue();
        assertThat(locks.test(at(ELEVEN.minusMillis(1), PARCIAL))).isTrue();
        assertThat(locks.test(at(ELEVEN, null))).isFalse();
        assertThat(locks.test(request(new CourseId("otra"), null, NINE))).isFalse();
    }

    @Test
    void locks_one_activity_only_where_it_names_one() {
        ExamLocks locks = ExamLocks.of(List.of(Lock.of(COURSE, NINE, ELEVEN).on(PARCIAL)));

        assertThat(locks.test(at(NINE, PARCIAL))).isTrue();
        assertThat(locks.test(at(NINE, new ActivityId("tp1")))).isFalse();
        assertThat(locks.test(at(NINE, null))).isFalse();
    }

    @Test
    void lets_an_exempt_student_ask() {
        ExamLocks locks = ExamLocks.of(List.of(Lock.of(COURSE, NINE, ELEVEN).except(Set.of(ANA))));

        assertThat(locks.test(at(NINE, null))).isFalse();
    }

    @Test
    void asks_its_source_with_every_question() {
        List<Lock> stored = new ArrayList<>();
        ExamLocks locks = ExamLocks.from(() -> stored);

        boolean before = locks.test(at(NINE, null));
        stored.add(Lock.of(COURSE, NINE, ELEVEN));

        assertThat(before).isFalse();
        assertThat(locks.test(at(NINE, null))).isTrue();
    }

    @Test
    void refuses_a_lock_that_ends_before_it_begins() {
        assertThatThrownBy(() -> Lock.of(COURSE, ELEVEN, NINE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("until of an exam lock must be later than");
    }
}
