package io.github.activeia.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.InvalidValueException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    @Test
    void limits_students_and_courses_when_nothing_is_said() {
        RateLimits defaults = RateLimits.defaults();

        assertThat(defaults.student()).contains(new Rate(10, 10, Duration.ofMinutes(1)));
        assertThat(defaults.course()).contains(new Rate(600, 600, Duration.ofMinutes(1)));
        assertThat(defaults.tenant()).isEmpty();
    }

    @Test
    void gathers_every_fault_when_a_rate_is_wrong() {
        assertThatThrownBy(() -> new Rate(0, 1_000_001, Duration.ZERO))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(
                        "capacity must be from 1 to 1000000, but was 0",
                        "tokens must be from 1 to 1000000, but was 1000001",
                        "period must be from 1 ms to 366 days, but was PT0S");
    }

    @Test
    void refuses_a_rate_when_it_needs_years_to_fill() {
        assertThatThrownBy(() -> new Rate(1_000_000, 1, Duration.ofDays(366)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("capacity must flow back within 366 days");
    }

    @Test
    void refuses_to_be_built_when_no_rate_is_set() {
        assertThatThrownBy(() -> RateLimits.builder().build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("use RateLimiter.unlimited()");
    }

    @Test
    void refuses_a_second_value_when_a_property_is_set_twice() {
        RateLimits.Builder limits = RateLimits.builder().student(Rate.perMinute(1));
        SharedLimiterSettings.Builder settings = SharedLimiterSettings.builder().keyPrefix("a");

        assertThatThrownBy(() -> limits.student(Rate.perMinute(1))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> settings.keyPrefix("a")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void gathers_every_fault_when_the_settings_are_wrong() {
        SharedLimiterSettings.Builder settings = SharedLimiterSettings.builder()
                .timeBound(Duration.ZERO)
                .retryAfter(Duration.ofDays(1))
                .keyPrefix("a b");

        assertThatThrownBy(settings::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("timeBound must", "retryAfter must", "keyPrefix must")
                .hasMessageNotContaining("a b");
    }

    @Test
    void names_a_bucket_without_the_ids_and_with_the_rate() {
        String name =
                RateLimits.defaults().claims(RateLimiterContract.ANA).get(0).name();

        assertThat(name).startsWith("student:10/10/PT1M:").doesNotContain("alumna-7", "algoritmos");
    }
}
