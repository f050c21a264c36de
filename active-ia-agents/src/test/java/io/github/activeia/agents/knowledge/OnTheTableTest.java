package io.github.activeia.agents.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.Activity;
import io.github.activeia.core.ActivityId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnTheTableTest {
    private static final Activity THROW = new Activity(
            new ActivityId("tp1"),
            "TP: Tiro oblicuo y encuentro",
            "Se lanza una pelota con una velocidad de 20 m/s. Hallá la altura máxima y el alcance. Dibujá la trayectoria.",
            null,
            null,
            null);

    private final OnTheTable table = new OnTheTable();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no sé cómo seguir con el TP, ¿me orientás?",
                "No sé por dónde empezar con el tiro",
                "ok, ¿y con la pelota qué hago?",
                "¿qué me piden en el punto 3 de la consigna?",
                "no sé por dónde encararlo",
                "ya hice el dibujo, ¿qué sigue?",
                "¿y ahora?",
                "can you help me get started with tp1?"
            })
    void knows_what_has_no_words_of_its_own_or_those_of_the_assignment(String message) {
        assertThat(table.isAbout(message, THROW, List.of())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "¿quién ganó el mundial de 1986?",
                "no sé cómo se calcula una derivada parcial",
                "no sé cómo inscribirme a la materia, ¿me orientás?",
                "dame una pista para resolver una integral por partes",
                "ayudame a instalar docker en windows",
                "help me with my cover letter for a job"
            })
    void leaves_out_what_is_about_something_else(String message) {
        assertThat(table.isAbout(message, THROW, List.of())).isFalse();
    }

    @Test
    void knows_the_names_of_the_work() {
        assertThat(table.namesWork("¿qué hay que entregar en la consigna?", THROW))
                .isTrue();
        assertThat(table.namesWork("what does tp1 ask for?", THROW)).isTrue();
        assertThat(table.namesWork("¿qué es la altura?", THROW)).isFalse();
    }
}
