package io.github.activeia.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameEvidenceTest {
    private static final PiiRedactor REDACTOR = PiiRedactor.defaults();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "voy a la mesa con [Celeste Arrúa] y no sé nada de derivadas",
                "ayer [Malena] me mostró otra forma de hacer integrales",
                "no le entiendo al apunte que subió [Renata Falcón], ¿qué es un límite?",
                "le presté la calculadora a [Brian] y no la trajo",
                "soy yo de nuevo, [Ailén], borré el mensaje anterior"
            })
    void takesANameThatEverythingTogetherSpeaksFor(String marked) {
        assertThat(REDACTOR.redact(marked.replace("[", "").replace("]", "")).text())
                .isEqualTo(marked.replaceAll("\\[.*]", "[NAME_1]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ejercicio 2: Carla Méndez, DNI 31.284.907, alquila a Jorge Funes. ¿Qué contrato es?",
                "La profesora Elena reparte 120 caramelos entre sus 24 alumnos",
                "Marcela compra 3 kilos de papas a $ 800. cuánto gasta?",
                "tengo que leer a Hugo Zemelman para el ensayo del jueves",
                "la paradoja de Simpson y el método de Elena Rosso, ¿en qué se parecen?",
                "el hospital Ramos Mejía y la escuela Mariano Acosta son del mismo año?",
                "vivo en el problema de Ana y Luis, los de las edades",
                "I'm an exchange student in Rosario so my English is rusty"
            })
    void leavesPeopleOfExercisesBooksAndPlaces(String text) {
        assertThat(REDACTOR.redact(text).text()).isEqualTo(text);
    }
}
