package io.github.activeia.agents.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourtesyTest {
    private final Courtesy courtesies = new Courtesy();

    @ParameterizedTest
    @CsvSource({
        "hola, greeting",
        "¡Hola profe! ¿Cómo estás?, greeting",
        "good morning, greeting",
        "gracias!!, thanks",
        "'hola, muchas gracias por la ayuda', thanks",
        "thanks a lot, thanks",
        "'ok, chau, gracias', bye",
        "see you 👋, bye",
        "'me voy a dormir, chau', bye",
        "'ah ya entendí, gracias', ahead",
        "'listo, lo entendí', ahead",
        "¡ya me salió el ejercicio!, ahead",
        "me fue bien en el parcial!, ahead",
        "I figured it out, ahead",
        "¿quién sos?, who",
        "'hola, ¿sos un bot?', who",
        "are you a real person?, who"
    })
    void hears_what_needs_neither_material_nor_model(String message, String kind) {
        assertThat(courtesies.of(message)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ok",
                "dale",
                "¿cómo?",
                "hola, no me sale el ejercicio 2",
                "gracias, ¿y la cola circular?",
                "gracias pero no entendí",
                "👍",
                "¿me salió?",
                "no entendí",
                "me salió 12",
                "ya me salió porque cambié el signo",
                "¿qué sos capaz de resolver?",
                "",
                "me voy a matar"
            })
    void takes_nothing_else_for_one(String message) {
        assertThat(courtesies.of(message)).isEmpty();
    }
}
