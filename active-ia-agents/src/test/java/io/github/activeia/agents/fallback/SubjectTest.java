package io.github.activeia.agents.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "¿Y eso entra en el parcial de algoritmos?",
                "¿qué temas van para el segundo parcial?",
                "¿Cómo se evalúa el trabajo?",
                "cuándo es el EXAMEN",
                "Is this on the final?",
                "what will be in the exam"
            })
    void hears_of_assessment(String message) {
        assertThat(Subject.of(message, false)).isEqualTo(Subject.ASSESSMENT);
        assertThat(Subject.of(message, true)).isEqualTo(Subject.ASSESSMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "¿Cómo se calcula una derivada parcial?",
                "qué es la evaluación perezosa",
                "la solución final me da negativa",
                "how do I examine a heap dump?"
            })
    void takes_nothing_else_for_it(String message) {
        assertThat(Subject.of(message, false)).isEqualTo(Subject.ANYTHING);
        assertThat(Subject.of(message, true)).isEqualTo(Subject.WORK);
    }
}
