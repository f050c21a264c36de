package io.github.activeia.agents.scaffolding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.scaffolding.Scaffolding.Circumstances;
import io.github.activeia.agents.session.ActivityState;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.HelpLevel;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScaffoldingTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final CoursePolicy POLICY = CoursePolicy.intermediate();

    @Test
    void starts_at_orient() {
        LevelChange change = Scaffolding.after(Happening.NEITHER, ActivityState.fresh(), POLICY, NOON);

        assertThat(change.after()).isEqualTo(HelpLevel.ORIENT);
    }

    @Test
    void goes_up_when_the_third_attempt_fails_and_counts_again_from_there() {
        ActivityState state = ActivityState.fresh();

        LevelChange first = Scaffolding.after(Happening.FAILED_ATTEMPT, state, POLICY, NOON);
        LevelChange second = Scaffolding.after(Happening.FAILED_ATTEMPT, first.state(), POLICY, NOON);
        LevelChange third = Scaffolding.after(Happening.FAILED_ATTEMPT, second.state(), POLICY, NOON);
        LevelChange fourth = Scaffolding.after(Happening.FAILED_ATTEMPT, third.state(), POLICY, NOON);

        assertThat(second.after()).isEqualTo(HelpLevel.ORIENT);
        assertThat(third.after()).isEqualTo(HelpLevel.CONCEPT);
        assertThat(third.repeatedFailure()).isTrue();
        assertThat(fourth.after()).isEqualTo(HelpLevel.CONCEPT);
    }

    @Test
    void goes_up_when_five_minutes_pass_without_progress() {
        ActivityState begun = Scaffolding.after(Happening.NEITHER, ActivityState.fresh(), POLICY, NOON)
                .state();

        LevelChange early = Scaffolding.after(Happening.NEITHER, begun, POLICY, NOON.plusSeconds(299));
        LevelChange late = Scaffolding.after(Happening.NEITHER, begun, POLICY, NOON.plus(Scaffolding.WAIT));

        assertThat(early.after()).isEqualTo(HelpLevel.ORIENT);
        assertThat(late.after()).isEqualTo(HelpLevel.CONCEPT);
        assertThat(late.why()).contains("5 minutes");
    }

    @Test
    void stays_when_time_passes_on_a_topic_that_is_mastered_and_says_why() {
        ActivityState begun = ActivityState.fresh().begun(NOON.minus(Scaffolding.WAIT));
        TopicProgress mastered = new TopicProgress(0.99, 6, 0);
        TopicProgress uncertain = new TopicProgress(0.99, 2, 0);

        LevelChange held = Scaffolding.after(Happening.NEITHER, begun, new Circumstances(POLICY, NOON, mastered));
        LevelChange raised = Scaffolding.after(Happening.NEITHER, begun, new Circumstances(POLICY, NOON, uncertain));

        assertThat(held.moved()).isFalse();
        assertThat(held.rule()).isEqualTo("waiting_held");
        assertThat(held.why()).contains("5 minutes").contains("0.99 after 6 observations");
        assertThat(raised.after()).isEqualTo(HelpLevel.CONCEPT);
    }

    @Test
    void goes_up_when_attempts_fail_even_on_a_topic_that_is_mastered() {
        ActivityState state = ActivityState.fresh().failed().failed();
        TopicProgress mastered = new TopicProgress(0.99, 6, 0);

        LevelChange change =
                Scaffolding.after(Happening.FAILED_ATTEMPT, state, new Circumstances(POLICY, NOON, mastered));

        assertThat(change.after()).isEqualTo(HelpLevel.CONCEPT);
        assertThat(change.repeatedFailure()).isTrue();
    }

    @Property(tries = 300)
    void never_goes_higher_for_what_is_known_of_the_topic(
            @ForAll Happening happening,
            @ForAll("levels") HelpLevel level,
            @ForAll @DoubleRange(min = 0, max = 1) double mastery,
            @ForAll @IntRange(max = 9) int observations,
            @ForAll @IntRange(max = 9) int minutes) {
        ActivityState state = ActivityState.fresh().raised(level, NOON).failed().failed();
        Instant now = NOON.plus(Duration.ofMinutes(minutes));
        TopicProgress progress = new TopicProgress(mastery, observations, 0);

        LevelChange without = Scaffolding.after(happening, state, POLICY, now);
        LevelChange with = Scaffolding.after(happening, state, new Circumstances(POLICY, now, progress));

        assertThat(with.after()).isLessThanOrEqualTo(without.after());
    }

    @Test
    void stays_when_the_student_insists() {
        ActivityState state = ActivityState.fresh();
        HelpLevel level = HelpLevel.ORIENT;

        for (int i = 0; i < 50; i++) {
            LevelChange change = Scaffolding.after(Happening.NEITHER, state, POLICY, NOON.plusSeconds(i));
            state = change.state();
            level = change.after();
        }

        assertThat(level).isEqualTo(HelpLevel.ORIENT);
    }

    @Test
    void goes_down_when_the_student_gets_ahead() {
        ActivityState state = ActivityState.fresh().raised(HelpLevel.STRATEGY, NOON);

        LevelChange change = Scaffolding.after(Happening.PROGRESS, state, POLICY, NOON);

        assertThat(change.after()).isEqualTo(HelpLevel.CONCEPT);
        assertThat(change.rule()).isEqualTo("progress");
    }

    @Test
    void goes_down_when_more_than_five_hints_were_taken() {
        ActivityState state = ActivityState.fresh().raised(HelpLevel.CONCEPT, NOON);
        for (int i = 0; i < Scaffolding.HINTS; i++) {
            state = state.hinted();
        }

        LevelChange five = Scaffolding.after(Happening.NEITHER, state, POLICY, NOON);
        LevelChange six = Scaffolding.after(Happening.NEITHER, state.hinted(), POLICY, NOON);

        assertThat(five.after()).isEqualTo(HelpLevel.CONCEPT);
        assertThat(six.after()).isEqualTo(HelpLevel.ORIENT);
        assertThat(six.state().hints()).isZero();
    }

    @Test
    void goes_down_when_the_mean_involvement_passes_the_alert() {
        ActivityState state = ActivityState.fresh().raised(HelpLevel.STRATEGY, NOON);
        ActivityState leaning = state.involved(0.7).involved(0.7).involved(0.7);

        LevelChange change = Scaffolding.after(Happening.NEITHER, leaning, POLICY, NOON);

        assertThat(change.rule()).isEqualTo("ai_involvement");
        assertThat(change.after()).isEqualTo(HelpLevel.CONCEPT);
    }

    @Property(tries = 300)
    void never_leaves_the_cap_and_moves_one_level_at_most(
            @ForAll("levels") HelpLevel cap, @ForAll Happening[] happenings, @ForAll byte[] minutes) {
        CoursePolicy policy = CoursePolicy.builder().maxHelpLevel(cap).build();
        ActivityState state = ActivityState.fresh();
        Instant now = NOON;

        for (int i = 0; i < happenings.length; i++) {
            now = now.plus(Duration.ofMinutes(minutes.length == 0 ? 1 : Math.abs(minutes[i % minutes.length] % 9)));
            LevelChange change = Scaffolding.after(happenings[i], state, policy, now);

            assertThat(change.after()).isLessThanOrEqualTo(cap);
            assertThat(Math.abs(change.after().number() - change.before().number()))
                    .isLessThanOrEqualTo(1);
            assertThat(change.why()).isNotBlank();
            state = change.state();
        }
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<HelpLevel> levels() {
        return net.jqwik.api.Arbitraries.of(HelpLevel.values());
    }
}
