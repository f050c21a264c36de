package io.github.activeia.agents.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.SolutionIndex;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormTest {
    private final LeakWords words = LeakWords.load();

    @Test
    void nothing_tells_when_the_text_asks_and_sets_to_work() {
        Form form = form("¿Qué te piden? Escribí primero un ejemplo.");

        assertThat(form.words()).isZero();
        assertThat(form.unasked()).isZero();
    }

    @Test
    void row_ends_when_a_question_stands_between() {
        Form form = form("El arreglo está ordenado. ¿Qué ganás con eso? La mitad sobra.");

        assertThat(form.longestWords()).isEqualTo(4);
        assertThat(form.words()).isEqualTo(7);
    }

    @Test
    void sentences_are_unasked_when_no_question_is_among_them() {
        Form form = form("El arreglo está ordenado. La mitad sobra.");

        assertThat(form.unasked()).isEqualTo(2);
    }

    private Form form(String text) {
        Exchange exchange = Exchange.of(new CourseId("algoritmos"), "hola", List.of());
        Known known = Known.of(exchange, LeakDetector.of(SolutionIndex.none()));
        return new PieceReader(known, words).read(text).form();
    }
}
