package io.github.activeia.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoursePolicyTest {
    @ParameterizedTest
    @CsvSource({
        "initial,      2, true,  true, false, 0.4, true",
        "intermediate, 3, true,  true, false, 0.6, true",
        "advanced,     4, false, true, true,  0.7, true",
        "final_work,   1, true,  true, false, 0.3, true",
        "final-work,   1, true,  true, false, 0.3, true",
        "exam,         1, true,  true, false, 0.3, false"
    })
    void has_the_values_of_the_table_when_it_is_a_template(
            String name, int max, boolean block, boolean justify, boolean snippets, double alert, boolean enabled) {
        CoursePolicy policy = CoursePolicy.template(name);

        assertThat(policy.name()).isEqualTo(name.replace('-', '_'));
        assertThat(policy.maxHelpLevel().number()).isEqualTo(max);
        assertThat(policy.blockCompleteSolutions()).isEqualTo(block);
        assertThat(policy.requireJustification()).isEqualTo(justify);
        assertThat(policy.allowCodeSnippets()).isEqualTo(snippets);
        assertThat(policy.dependencyAlert()).isEqualTo(alert);
        assertThat(policy.tutorEnabled()).isEqualTo(enabled);
    }

    @Test
    void names_the_templates_when_the_name_is_unknown() {
        assertThatThrownBy(() -> CoursePolicy.template("strict"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("policy template must be initial, intermediate, advanced, final_work or exam,"
                        + " but was strict — pick one of them");
    }

    @Test
    void gathers_every_fault_when_several_values_are_out_of_range() {
        CoursePolicy.Builder builder =
                CoursePolicy.builder().name(" ").escalateAfter(0).dependencyAlert(Double.NaN);

        assertThatThrownBy(builder::build)
                .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.faults())
                        .extracting(Fault::property)
                        .isEqualTo(List.of("name", "escalateAfter", "dependencyAlert")));
    }

    @Test
    void refuses_a_property_that_is_set_twice() {
        CoursePolicy.Builder builder = CoursePolicy.builder().allowEscalation(false);

        assertThatThrownBy(() -> builder.allowEscalation(true))
                .hasMessage("allowEscalation must be set once, but was set twice — remove one of the two calls");
    }

    @Test
    void changes_only_what_is_set_when_it_is_derived() {
        CoursePolicy derived = CoursePolicy.advanced().toBuilder()
                .maxHelpLevel(HelpLevel.ORIENT)
                .build();

        assertThat(derived.maxHelpLevel()).isEqualTo(HelpLevel.ORIENT);
        assertThat(derived.toBuilder().maxHelpLevel(HelpLevel.SPECIFIC).build()).isEqualTo(CoursePolicy.advanced());
    }

    @Test
    void is_equal_to_itself_alone_when_nothing_is_changed() {
        CoursePolicy policy = CoursePolicy.intermediate();

        assertThat(policy.toBuilder().build()).isEqualTo(policy).hasSameHashCodeAs(policy);
        assertThat(policy).isNotEqualTo(CoursePolicy.initial());
    }
}
