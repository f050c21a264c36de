package io.github.activeia.agents.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.leak.Exchange;
import io.github.activeia.core.Activity;
import io.github.activeia.core.ActivityId;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfirmationCheckTest {
    private static final Activity CROSSING = new Activity(
            new ActivityId("tp1"),
            "Cruzamiento",
            "Se cruzan dos plantas AaBb. ¿Qué parte es amarilla y rugosa?",
            null,
            null,
            null);
    private static final SafetyGuard GUARD = SafetyGuard.of(
            (course, text, most) -> List.of(new SolutionIndex.StoredSolution("s1", "3/4 × 1/4 = 3/16", "solucion.md")));

    private static Draft draft(String message, String text) {
        return new Draft(
                text,
                Exchange.of(new CourseId("genetica"), message, List.of()).on(CROSSING),
                HelpLevel.CONCEPT,
                CoursePolicy.intermediate(),
                Locale.forLanguageTag("es-AR"),
                true);
    }

    private static boolean found(String message, String text) {
        return GUARD.check(draft(message, text)).findings().stream()
                .anyMatch(finding -> finding.rule().equals("confirmation"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Me dio 9/16 porque 3/4 por 3/4 es 9/16 | ¡Perfecto! Está muy bien.",
                "Me dio 9/16 porque 3/4 por 3/4 es 9/16 | Exacto: 9/16.",
                "Hice el cuadro y quedan 9/16 | Sí, 9/16 es correcto. Seguí así.",
                "I multiplied and it is 5/16 | That's correct, 5/16.",
            })
    void hears_a_result_called_right_that_no_solution_has(String message, String text) {
        assertThat(found(message, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Me dio 3/16 | ¡Perfecto! Está muy bien.",
                "Me dio 0,1875 | Exacto, 0,1875.",
                "Me dio 9/16 | La cuenta está bien, pero no es lo que pide la consigna.",
                "Me dio 9/16 | Está muy bien armado. ¿Qué pide la consigna sobre el color?",
                "Me dio 9/16 | ¿Cómo llegaste a 9/16?",
                "¿Cómo empiezo? | ¡Muy bien! Empezá por las gametas.",
                "Conté 4 clases y me dio 9/16 | Exacto, son 2 plantas.",
            })
    void hears_none_in_what_is_right_or_limited_or_asked(String message, String text) {
        assertThat(found(message, text)).isFalse();
    }

    @Test
    void waits_for_the_rest_of_the_text_and_says_nothing_of_the_right_result() {
        List<String> shown = new ArrayList<>();
        ReplyGate taken = GUARD.gate(draft("Me dio 9/16", ""), shown::add);
        taken.accept("¡Muy bien! ");
        assertThat(shown).isEmpty();
        taken.accept("Pero mirá de nuevo el color: ¿qué parte es rugosa? ");
        assertThat(taken.end().closed()).isFalse();

        ReplyGate.Outcome stopped = end("¡Muy bien! Lo hiciste bárbaro.");
        assertThat(stopped.closed()).isTrue();
        assertThat(stopped.shown()).isEmpty();
        assertThat(stopped.report().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.REWRITE);
            assertThat(finding.dimension()).isEqualTo(RiskDimension.EPISTEMIC);
            assertThat(finding.evidence()).doesNotContain("3/16").doesNotContain("9/16");
        });
    }

    private static ReplyGate.Outcome end(String text) {
        ReplyGate gate = GUARD.gate(draft("Me dio 9/16", ""), part -> {});
        gate.accept(text);
        return gate.end();
    }
}
