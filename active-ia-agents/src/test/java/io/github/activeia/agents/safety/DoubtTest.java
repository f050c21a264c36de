package io.github.activeia.agents.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.leak.Exchange;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.Verdict;
import io.github.activeia.core.knowledge.SolutionIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DoubtTest {
    private final List<String> shown = new ArrayList<>();

    /** Calls a text a leak as long as it ends in a certain word. */
    private ReplyGate gate(String rule, String last) {
        SafetyGuard guard = SafetyGuard.builder()
                .solutions(SolutionIndex.none())
                .guard(draft -> draft.text().strip().toLowerCase(Locale.ROOT).endsWith(last)
                        ? List.of(
                                new SafetyReport.Finding(rule, Verdict.REWRITE, RiskDimension.ETHICAL, "it may be one"))
                        : List.of())
                .build();
        Draft draft = new Draft(
                "",
                Exchange.of(new CourseId("c"), "¿cómo sigo?", List.of()),
                HelpLevel.CONCEPT,
                CoursePolicy.intermediate(),
                Locale.forLanguageTag("es"),
                true);
        return guard.gate(draft, shown::add);
    }

    @Test
    void what_may_be_a_leak_waits_and_is_shown_when_the_rest_disproves_it() {
        ReplyGate gate = gate("solution_doubt", "dos.");

        assertThat(gate.accept("Uno. Dos. ")).isTrue();
        assertThat(shown).containsExactly("Uno.");
        gate.accept("¿Y tres? ");

        assertThat(gate.end().closed()).isFalse();
        assertThat(String.join("", shown)).isEqualTo("Uno. Dos. ¿Y tres?");
    }

    @Test
    void what_is_still_doubtful_at_the_end_is_not_shown() {
        ReplyGate gate = gate("solution_doubt", "dos.");
        gate.accept("Uno. Dos.");

        ReplyGate.Outcome outcome = gate.end();

        assertThat(outcome.closed()).isTrue();
        assertThat(outcome.shown()).isEqualTo("Uno.");
        assertThat(outcome.report().verdict()).isEqualTo(Verdict.REWRITE);
    }

    @Test
    void other_faults_close_the_gate_at_once() {
        ReplyGate gate = gate("level_code", "dos.");

        assertThat(gate.accept("Uno. Dos. ¿Y tres?")).isFalse();
        assertThat(shown).containsExactly("Uno.");
    }
}
