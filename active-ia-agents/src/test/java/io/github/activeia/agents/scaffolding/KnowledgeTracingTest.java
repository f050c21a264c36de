package io.github.activeia.agents.scaffolding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Difficulty;
import io.github.activeia.core.InvalidValueException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class KnowledgeTracingTest {
    private static final KnowledgeTracing DEFAULTS = KnowledgeTracing.defaults();

    @Test
    void computes_what_the_formula_gives_by_hand() {
        // Success: 0.09 / (0.09 + 0.09) = 0.5, and a tenth of the rest is learned. Failure: 0.01 / (0.01 + 0.81).
        assertThat(DEFAULTS.after(0.1, true)).isCloseTo(0.55, within(1e-12));
        assertThat(DEFAULTS.after(0.1, false)).isCloseTo(0.01 / 0.82 + 0.81 / 0.82 * 0.1, within(1e-12));
        assertThat(new KnowledgeTracing(0.5, 0.4, 0.2, 0.1).after(0.5, true))
                .isCloseTo(0.45 / 0.55 + 0.1 / 0.55 * 0.4, within(1e-12));
    }

    @Test
    void takes_three_successes_in_a_row_to_master_a_topic_with_the_defaults() {
        TopicProgress two = observed("++");
        TopicProgress three = observed("+++");

        assertThat(two.mastery()).isCloseTo(0.925, within(0.001));
        assertThat(two.mastered()).isFalse();
        assertThat(three.mastery()).isCloseTo(0.992, within(0.001));
        assertThat(three.mastered()).isTrue();
    }

    @Test
    void narrows_its_interval_as_evidence_grows() {
        TopicProgress few = new TopicProgress(0.8, 2, 1);
        TopicProgress many = new TopicProgress(0.8, 20, 10);

        assertThat(few.deviation()).isCloseTo(Math.sqrt(0.16 / 6), within(1e-12));
        assertThat(few.atMost()).isEqualTo(1);
        assertThat(many.atLeast()).isCloseTo(0.8 - 1.645 * Math.sqrt(0.16 / 33), within(1e-12));
        assertThat(many.atMost() - many.atLeast()).isLessThan(few.atMost() - few.atLeast());
        assertThat(many.certain()).isTrue();
        assertThat(few.certain()).isFalse();
    }

    @Test
    void prefers_basic_material_when_enough_observations_show_a_low_mastery() {
        assertThat(observed("--").preferredDifficulty(Difficulty.ADVANCED)).isEqualTo(Difficulty.ADVANCED);
        assertThat(observed("---").preferredDifficulty(Difficulty.ADVANCED)).isEqualTo(Difficulty.BASIC);
        assertThat(observed("---").preferredDifficulty(null)).isEqualTo(Difficulty.BASIC);
        assertThat(observed("+++").preferredDifficulty(Difficulty.ADVANCED)).isEqualTo(Difficulty.ADVANCED);
    }

    @Test
    void names_every_parameter_that_is_out_of_range() {
        assertThatThrownBy(() -> new KnowledgeTracing(-0.1, 1.1, 0.4, 0.2))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("known must be from 0 to 1")
                .hasMessageContaining("learned must be from 0 to 1")
                .hasMessageContaining("guess must be above 0 and at most 0.3")
                .hasMessageContaining("slip must be above 0 and at most 0.1");
        assertThatThrownBy(() -> new TopicProgress(Double.NaN, 0, 0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new TopicProgress(0.5, -1, 0)).isInstanceOf(InvalidValueException.class);
    }

    @Property(tries = 500)
    void stays_a_probability_and_never_takes_success_as_a_sign_against_mastery(
            @ForAll @DoubleRange(min = 0, max = 1) double mastery,
            @ForAll @DoubleRange(min = 0, max = 1) double learned,
            @ForAll @DoubleRange(min = 0.01, max = 0.3) double guess,
            @ForAll @DoubleRange(min = 0.01, max = 0.1) double slip) {
        KnowledgeTracing tracing = new KnowledgeTracing(0.5, learned, guess, slip);

        double success = tracing.after(mastery, true);
        double failure = tracing.after(mastery, false);

        assertThat(success).isBetween(-1e-9, 1 + 1e-9).isGreaterThanOrEqualTo(mastery - 1e-9);
        assertThat(failure).isBetween(-1e-9, 1 + 1e-9).isLessThanOrEqualTo(success + 1e-9);
    }

    private static TopicProgress observed(String signs) {
        TopicProgress progress = TopicProgress.fresh(DEFAULTS);
        for (int i = 0; i < signs.length(); i++) {
            boolean success = signs.charAt(i) == '+';
            progress = progress.observed(success ? AttemptOutcome.SOLVED_STEP : AttemptOutcome.FAILED, DEFAULTS);
        }
        return progress;
    }
}
