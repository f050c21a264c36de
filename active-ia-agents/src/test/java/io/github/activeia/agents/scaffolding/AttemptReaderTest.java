package io.github.activeia.agents.scaffolding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.CognitiveState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptReaderTest {
    private final AttemptReader reader = AttemptReader.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cambié el while y sigue fallando",
                "Probé con j >= 0 y no anda",
                "ahora me tira IndexOutOfBounds",
                "I changed the loop and it still fails"
            })
    void sees_a_failed_attempt_when_own_work_does_not_work(String message) {
        assertThat(reader.read(message, true, CognitiveState.DEBUGGING)).isEqualTo(Happening.FAILED_ATTEMPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"me salió mal, puse j > 0", "I got it wrong: I used j > 0"})
    void sees_no_progress_in_what_went_wrong(String message) {
        assertThat(reader.read(message, true, CognitiveState.IMPLEMENTATION)).isEqualTo(Happening.FAILED_ATTEMPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Puse que es AALL porque salieron amarillas. ¿Está bien?",
                "Me dio 12 porque sumé los dos, ¿es correcto?",
                "I got 12 because I added both, is that right?"
            })
    void sees_no_progress_when_the_student_asks_whether_it_is_right(String message) {
        assertThat(reader.read(message, true, CognitiveState.IMPLEMENTATION)).isEqualTo(Happening.NEITHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no anda", "sigue sin andar!!!", "still fails, help"})
    void sees_insistence_when_there_is_no_own_work(String message) {
        assertThat(reader.read(message, false, CognitiveState.STUCK)).isEqualTo(Happening.NEITHER);
    }

    @ParameterizedTest
    @CsvSource({
        "ya me funciona la búsqueda, false",
        "¡me salió!, false",
        "it works now, false",
        "muevo la clave porque el anterior es mayor, true"
    })
    void sees_progress_when_something_works_or_is_explained(String message, boolean ownWork) {
        assertThat(reader.read(message, ownWork, CognitiveState.IMPLEMENTATION)).isEqualTo(Happening.PROGRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"todavía no lo resolví", "no me salió el ejercicio", "no lo logré"})
    void sees_no_progress_when_it_is_denied(String message) {
        assertThat(reader.read(message, false, CognitiveState.STUCK)).isEqualTo(Happening.NEITHER);
    }
}
