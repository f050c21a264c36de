package io.github.activeia.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.testing.FixedKnowledge;
import io.github.activeia.agents.testing.Passages;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Question;
import io.github.activeia.core.trace.TraceStore;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** In which language a conversation goes on. */
class SpokenLanguageTest {
    private final ActiveIa ia = ActiveIa.builder()
            .knowledge(FixedKnowledge.of(Passages.circularQueue()))
            .course(new CourseId("algoritmos"))
            .traces(TraceStore.none())
            .build();

    @Test
    void goes_on_in_english_when_a_message_does_not_tell() {
        assertThat(say("What is a circular queue, and why does it need one empty place?", null))
                .contains("language model");
        assertThat(say("I'm lost", null)).contains("language model");
        assertThat(say("thanks", null)).contains("language model");
        assertThat(say("¿Y por qué queda un lugar vacío en el arreglo?", null)).contains("modelo de lenguaje");
    }

    @Test
    void goes_on_with_vos_when_the_student_did() {
        assertThat(say("¿me podés explicar qué es una cola circular?", null))
                .doesNotContainPattern("\\b(tú|puedes|tienes)\\b");
        String next = say("no entiendo esa parte", null);

        assertThat(next).doesNotContainPattern("(?i)\\b(tú|puedes|tienes|cuéntame|dime|escribe)\\b");
    }

    @Test
    void speaks_as_the_host_says_whatever_was_spoken_before() {
        say("What is a circular queue, and why does it need one empty place?", null);

        assertThat(say("thanks", Locale.forLanguageTag("es-AR"))).contains("modelo de lenguaje");
    }

    private String say(String text, Locale locale) {
        Question question = Question.of(text).by("ana").during("uno");
        return ia.ask(locale == null ? question : question.speaking(locale)).text();
    }
}
