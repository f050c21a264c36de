package io.github.activeia.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdsTest {
    static Stream<Function<String, Object>> ids() {
        return Stream.of(StudentId::new, CourseId::new, ActivityId::new, SessionId::new);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void accepts_any_text_that_a_host_uses_as_an_id(Function<String, Object> id) {
        assertThat(id.apply("a")).hasToString("a");
        assertThat(id.apply("curso/2026 ñandú:7")).hasToString("curso/2026 ñandú:7");
        assertThat(id.apply("x".repeat(128))).isEqualTo(id.apply("x".repeat(128)));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void refuses_blank_long_and_control_without_repeating_the_value(Function<String, Object> id) {
        Stream.of("", " \t", "x".repeat(129), "alumna\n7", "a\u0000").forEach(bad -> assertThatThrownBy(
                        () -> id.apply(bad))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageEndingWith("must have 1 to 128 characters and no control characters, but was a text of "
                        + bad.length() + " characters — pass the id that your system uses"));
    }
}
