package io.github.activeia.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PropertyTest {
    @Test
    void value_is_kept_when_it_is_set_once_and_refused_when_it_is_set_twice() {
        assertThat(Property.once("retries", null, 3)).isEqualTo(3);
        assertThatThrownBy(() -> Property.once("retries", 2, 3))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("retries must be set once, but was set twice — remove one of the two calls");
    }

    @Test
    void ends_of_a_range_and_the_default_are_within() {
        Faults faults = new Faults();

        Property.range(faults, "retries", 0, 0, 5);
        Property.range(faults, "retries", 5, 0, 5);
        Property.range(faults, "retries", null, 0, 5);

        faults.throwIfAny();
    }

    @Test
    void every_value_out_of_its_range_is_a_fault() {
        Faults faults = new Faults();

        Property.range(faults, "retries", 6, 0, 5);
        Property.range(faults, "timeout", Duration.ZERO, Duration.ofSeconds(1), Duration.ofMinutes(1));

        assertThatThrownBy(faults::throwIfAny)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("retries must be from 0 to 5, but was 6")
                .hasMessageContaining("timeout must be from PT1S to PT1M, but was PT0S");
    }
}
