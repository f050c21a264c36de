package io.github.activeia.agents.tutor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.testing.Passages;
import org.junit.jupiter.api.Test;

class LessonTest {
    @Test
    void takes_prose_and_the_teachers_lines_apart() {
        Lesson lesson = Lesson.of(Passages.insertion());

        assertThat(lesson.sentences())
                .hasSize(3)
                .contains("La clave se desplaza hacia la izquierda mientras el elemento anterior sea mayor.");
        assertThat(lesson.questions()).singleElement().asString().startsWith("Con `[5, 2, 4]` en papel");
        assertThat(lesson.mistakes()).singleElement().asString().contains("estabilidad");
    }

    @Test
    void leaves_headings_tables_code_and_comments_out() {
        Lesson lesson = Lesson.of(
                Passages.theory(
                        "Pilas",
                        "Operaciones",
                        """
                ## Operaciones

                | a | b |
                |---|---|

                <!-- nota interna -->
                - Apilar agrega un elemento, p. ej. el 7, arriba de todo.
                - Desapilar saca el último.

                ```java
                push(7);
                ```
                """));

        assertThat(lesson.sentences())
                .containsExactly(
                        "Apilar agrega un elemento, p. ej. el 7, arriba de todo.", "Desapilar saca el último.");
    }

    @Test
    void reads_english_labels() {
        Lesson lesson = Lesson.of(Passages.theory(
                "Stacks", "", "**Guiding question:** What is on top?\n\n**Common mistake:** popping an empty stack."));

        assertThat(lesson.questions()).containsExactly("What is on top?");
        assertThat(lesson.mistakes()).containsExactly("popping an empty stack.");
    }
}
