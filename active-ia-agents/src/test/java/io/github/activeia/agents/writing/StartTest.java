package io.github.activeia.agents.writing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.testing.Passages;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartTest {
    private final Passage stability = Passages.theory("Inserción", "Estabilidad", "Es estable.");
    private final Passage idea = Passages.theory("Inserción", "La idea", "Se inserta.");
    private final Passage algorithm = Passages.theory("Inserción", "El algoritmo", "Se corre.");
    private final Passage other = Passages.theory("Mergesort", "La idea", "Se mezcla.");

    private final Start start = new Start();

    @Test
    void is_the_part_that_introduces_when_there_is_one_in_the_same_document() {
        assertThat(start.of(List.of(stability, other, algorithm, idea), "dame el código"))
                .containsExactly(idea);
    }

    @Test
    void is_not_the_part_that_closes_when_there_is_another() {
        assertThat(start.of(List.of(stability, algorithm), "dame el código")).containsExactly(algorithm);
    }

    @Test
    void stays_in_the_document_that_was_found_first() {
        assertThat(start.of(List.of(stability, other), "dame el código")).containsExactly(stability);
    }

    @Test
    void is_what_the_question_is_about_when_it_names_it() {
        assertThat(start.weight(stability, "¿qué es la estabilidad?")).isEqualTo(1);
        assertThat(start.weight(stability, "¿por dónde empiezo?")).isLessThan(1);
    }

    @Test
    void is_nothing_when_nothing_was_found() {
        assertThat(start.of(List.of(), "dame el código")).isEmpty();
    }
}
