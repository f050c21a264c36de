package io.github.activeia.agents.tutor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.writing.WordList;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnWorkTest {
    private static final String CODE =
            """
            # mi intento
            i = 1
            while i < n:
                clave = a[i]

                i = i + 1
            """;

    private final Terms terms = new Terms(WordList.words("stopwords"));

    @Test
    void numbers_lines_from_one_and_keeps_blank_ones_in_between() {
        OwnWork work = OwnWork.of(CODE + "\n\n");

        assertThat(work.lines()).hasSize(6);
        assertThat(line(CODE, "¿está bien?", 0).number()).isEqualTo(3);
    }

    @Test
    void takes_the_line_that_the_message_names() {
        assertThat(line(CODE, "¿está bien la línea 4?", 0)).isEqualTo(new OwnWork.Line(4, "clave = a[i]", true));
        assertThat(line(CODE, "is line 6 right?", 0).number()).isEqualTo(6);
    }

    @Test
    void passes_over_the_line_that_only_names_a_function() {
        assertThat(line("def encolar(self, x):\n    self.datos[0] = x", "¿está bien encolar?", 0)
                        .number())
                .isEqualTo(2);
    }

    @Test
    void chooses_itself_when_the_named_line_is_not_there() {
        assertThat(line(CODE, "¿está bien la línea 99999?", 0).number()).isEqualTo(3);
        assertThat(line(CODE, "¿está bien la línea 5?", 0).number()).isEqualTo(3);
    }

    @Test
    void prefers_a_line_that_shares_words_with_what_it_is_about() {
        OwnWork work = OwnWork.of("La lista tiene nodos.\nEl costo de insertar es constante.\nFin del informe.");

        OwnWork.Line line = work.line("revisá", terms::of, terms.of("insertar cuesta constante"), 0)
                .orElseThrow();

        assertThat(line.number()).isEqualTo(2);
    }

    @Test
    void speaks_of_another_line_in_the_next_turn_when_there_is_more_than_one() {
        String work = "while i < n:\n    if a[i] > clave:\n        i = i + 1";

        assertThat(line(work, "¿va?", 0).number())
                .isNotEqualTo(line(work, "¿va?", 1).number());
    }

    @Test
    void does_not_quote_what_would_be_read_as_a_citation_or_stands_for_personal_data() {
        assertThat(line("lista = [1]", "¿va?", 0).quotable()).isFalse();
        assertThat(line("autor: [NAME]", "¿va?", 0).quotable()).isFalse();
        assertThat(line("dice «no»", "¿va?", 0).quotable()).isFalse();
        assertThat(line("x = a[1]", "¿va?", 0).quotable()).isTrue();
    }

    @Test
    void shortens_a_long_line() {
        OwnWork.Line line = line("palabra ".repeat(60), "¿va?", 0);

        assertThat(line.text()).hasSizeLessThanOrEqualTo(80).endsWith("…");
    }

    @Test
    void tells_a_program_from_prose() {
        assertThat(OwnWork.of(CODE).isCode()).isTrue();
        assertThat(OwnWork.of("Creo que el costo es cuadrático.\nPorque cada clave se compara con todas.")
                        .isCode())
                .isFalse();
    }

    private OwnWork.Line line(String work, String message, int turn) {
        return OwnWork.of(work).line(message, terms::of, Set.of(), turn).orElseThrow();
    }
}
