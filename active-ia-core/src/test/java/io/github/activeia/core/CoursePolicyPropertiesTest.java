package io.github.activeia.core;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CoursePolicyPropertiesTest {
    @Property
    void most_restrictive_has_the_same_effect_in_any_order(
            @ForAll("policies") CoursePolicy a, @ForAll("policies") CoursePolicy b) {
        assertThat(effect(a.mostRestrictive(b))).isEqualTo(effect(b.mostRestrictive(a)));
    }

    @Property
    void most_restrictive_may_be_grouped_in_any_way(
            @ForAll("policies") CoursePolicy a,
            @ForAll("policies") CoursePolicy b,
            @ForAll("policies") CoursePolicy c) {
        CoursePolicy left = a.mostRestrictive(b).mostRestrictive(c);
        CoursePolicy right = a.mostRestrictive(b.mostRestrictive(c));

        assertThat(effect(left)).isEqualTo(effect(right));
    }

    @Property
    void most_restrictive_of_a_policy_and_itself_is_the_policy(@ForAll("policies") CoursePolicy a) {
        assertThat(a.mostRestrictive(a)).isEqualTo(a);
    }

    @Property
    void most_restrictive_is_never_laxer_than_either(
            @ForAll("policies") CoursePolicy a, @ForAll("policies") CoursePolicy b) {
        CoursePolicy both = a.mostRestrictive(b);

        assertNotLaxer(both, a);
        assertNotLaxer(both, b);
    }

    private static void assertNotLaxer(CoursePolicy strict, CoursePolicy than) {
        assertThat(strict.maxHelpLevel()).isLessThanOrEqualTo(than.maxHelpLevel());
        assertThat(strict.dependencyAlert()).isLessThanOrEqualTo(than.dependencyAlert());
        assertThat(strict.escalateAfter()).isGreaterThanOrEqualTo(than.escalateAfter());
        assertThat(!strict.tutorEnabled() || than.tutorEnabled()).isTrue();
        assertThat(!strict.allowCodeSnippets() || than.allowCodeSnippets()).isTrue();
        assertThat(!strict.allowEscalation() || than.allowEscalation()).isTrue();
        assertThat(strict.blockCompleteSolutions() || !than.blockCompleteSolutions())
                .isTrue();
        assertThat(strict.requireJustification() || !than.requireJustification())
                .isTrue();
    }

    /** All that a policy does; its name only says where it comes from. */
    private static CoursePolicy effect(CoursePolicy policy) {
        return policy.toBuilder().name("effect").build();
    }

    @Provide
    Arbitrary<CoursePolicy> policies() {
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        Arbitrary<CoursePolicy.Builder> flags = Combinators.combine(
                        Arbitraries.of("a", "b"), flag, flag, flag, flag, flag)
                .as((name, enabled, block, justify, snippets, escalate) -> CoursePolicy.builder()
                        .name(name)
                        .tutorEnabled(enabled)
                        .blockCompleteSolutions(block)
                        .requireJustification(justify)
                        .allowCodeSnippets(snippets)
                        .allowEscalation(escalate));
        return Combinators.combine(
                        flags,
                        Arbitraries.of(HelpLevel.values()),
                        Arbitraries.integers().between(1, 20),
                        Arbitraries.doubles().between(0, 1))
                .as((builder, level, after, alert) -> builder.maxHelpLevel(level)
                        .escalateAfter(after)
                        .dependencyAlert(alert)
                        .build());
    }
}
