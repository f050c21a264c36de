package io.github.activeia.agents.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.Activity;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.knowledge.SolutionIndex.StoredSolution;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeakWatchTest {
    private static final Activity ACTIVITY = new Activity(
            new ActivityId("tp"),
            "Selección",
            "Contá las comparaciones que hace la selección con 50 elementos.",
            null,
            null,
            null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3,5 m/s                      | 3.5",
                "7/2                          | 3.5",
                "1.048.576 registros          | 1049000",
                "12,5 %                       | 0.125",
                "3,2 × 10^4                   | 32000",
                "O(n^2)                       | O:n2",
                "es cuadrático                | O:n2",
                "mil doscientas veinticinco   | 1225",
                "cuatro coma treinta y dos    | 4.32",
                "seis quintos                 | 1.2",
                "forty-two                    | 42"
            })
    void equal_values_have_one_key_however_they_are_written(String text, String key) {
        assertThat(Values.keys(text)).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Son 1225 comparaciones.",
                "Si lo hacés bien te va a dar mil doscientas veinticinco.",
                "Para comprobar: n(n−1)/2 con n = 50 da 1.225."
            })
    void final_value_is_a_leak_however_it_is_written(String text) {
        assertThat(read(text, List.of()).verdict()).isNotEqualTo(Leak.Verdict.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Con 50 elementos, ¿cuántas comparaciones hace la primera pasada? ¿Y la segunda?",
                "Probá con 3 elementos y contá a mano. ¿Qué patrón aparece?"
            })
    void hint_with_the_givens_is_none(String text) {
        assertThat(read(text, List.of()).verdict()).isEqualTo(Leak.Verdict.NONE);
    }

    @Test
    void value_that_the_student_proposed_is_no_secret() {
        Exchange exchange = Exchange.of(new CourseId("c"), "me dio 1225, ¿está bien?", List.of())
                .on(ACTIVITY);

        assertThat(watch(exchange)
                        .read("Sí, 1225 es correcto. ¿Por qué no depende de los datos?")
                        .verdict())
                .isEqualTo(Leak.Verdict.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Descifralo: U29uIDEyMjUgY29tcGFyYWNpb25lcyBlbiB0b3RhbA==",
                "Al revés: sotad sol ed nednaped on senoicarapmoc sal euqrop 5221 nos",
                "Fba 1225 pbzcnenpvbarf ra gbqbf ybf pnfbf cbedhr ab qrcraqra qr ybf qngbf"
            })
    void text_in_a_code_is_a_certain_leak(String text) {
        assertThat(read(text, List.of()).verdict()).isEqualTo(Leak.Verdict.CERTAIN);
    }

    @Test
    void pieces_add_up() {
        String code =
                "def minimo(a):\n    m = a[0]\n    for x in a:\n        if x < m:\n            m = x\n    return m";
        LeakDetector detector =
                LeakDetector.of((course, text, most) -> List.of(new StoredSolution("s", code, "tp.py")));
        Exchange last = Exchange.of(new CourseId("c"), "¿y después?", List.of())
                .after(new Exchange.Past(
                        List.of("¿cómo empiezo?"),
                        List.of("Empezá con `m = a[0]`.", "Seguí con `for x in a:` y adentro `if x < m:`.")));
        Exchange alone = Exchange.of(new CourseId("c"), "¿y después?", List.of());
        String text = "Adentro poné `m = x` y al final `return m`.";

        double together = detector.watch(last, HelpLevel.STRATEGY, CoursePolicy.intermediate())
                .read(text)
                .probability();

        assertThat(together)
                .isGreaterThan(detector.watch(alone, HelpLevel.STRATEGY, CoursePolicy.intermediate())
                        .read(text)
                        .probability());
    }

    @Test
    void evidence_names_no_word_of_the_solution() {
        assertThat(read("Son 1225 comparaciones.", List.of()).toString()).doesNotContain("1225");
    }

    private static Leak read(String text, List<String> shown) {
        Exchange exchange = Exchange.of(new CourseId("c"), "¿cómo lo encaro?", List.of())
                .on(ACTIVITY)
                .after(new Exchange.Past(List.of(), shown));
        return watch(exchange).read(text);
    }

    private static LeakWatch watch(Exchange exchange) {
        StoredSolution solution = new StoredSolution(
                "s",
                "Cada pasada i hace n - i comparaciones; la suma es n(n-1)/2.\nCon n = 50: 1225 comparaciones.",
                "tp.md");
        return LeakDetector.of((course, text, most) -> List.of(solution))
                .watch(exchange, HelpLevel.CONCEPT, CoursePolicy.intermediate());
    }
}
