package io.github.activeia.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.testing.FixedKnowledge;
import io.github.activeia.agents.testing.Passages;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Outcome;
import io.github.activeia.core.Question;
import io.github.activeia.core.Reply;
import io.github.activeia.core.Route;
import io.github.activeia.core.knowledge.KnowledgeSource;
import io.github.activeia.core.testing.ScriptedModel;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a student reads where the course has nothing that answers the question. */
class UncoveredTest {
    @Test
    void says_honestly_that_the_course_does_not_cover_it() {
        KnowledgeSource course = FixedKnowledge.covering("cola", Passages.circularQueue());

        Reply reply = tutor(course).build().ask("¿Qué es la fotosíntesis?");

        assertThat(reply.route()).isEqualTo(Route.FALLBACK);
        assertThat(reply.outcome()).isEqualTo(Outcome.DEGRADED);
        assertThat(reply.assessable()).isFalse();
        assertThat(reply.text()).doesNotContain("Cola circular");
        assertThat(reply.citations()).isEmpty();
    }

    @Test
    void names_what_comes_near_when_it_shares_a_telling_word() {
        KnowledgeSource course = FixedKnowledge.covering("nada", Passages.circularQueue());

        Reply reply = tutor(course).build().ask("¿Qué es una cola de prioridad?");

        assertThat(reply.route()).isEqualTo(Route.FALLBACK);
        assertThat(reply.text()).contains("*Cola circular*");
    }

    @Test
    void does_not_say_that_it_is_not_assessed_when_an_activity_is_open() {
        ActiveIa ia = tutor(FixedKnowledge.empty())
                .llm(ScriptedModel.always("En general, una derivada mide cuánto cambia algo. ¿Qué cambia en tu caso?"))
                .build();

        Reply reply = ia.ask(Question.of("¿Qué es una derivada parcial?").on("tp2"));

        assertThat(reply.outcome()).isEqualTo(Outcome.GENERAL);
        assertThat(reply.text()).contains("lo que vale es la consigna").doesNotContain("se evalúa");
    }

    @Test
    void says_that_it_may_have_missed_material_in_another_language() {
        ActiveIa ia = tutor(FixedKnowledge.covering("nothing", Passages.insertion()))
                .llm(ScriptedModel.always("In general, a tree keeps things in order. What do you want to find?"))
                .build();

        Reply reply = ia.ask(
                Question.of("Is a balanced tree always better than the others?").speaking(Locale.ENGLISH));

        assertThat(reply.outcome()).isEqualTo(Outcome.GENERAL);
        assertThat(reply.text()).contains("in another language than your question");
    }

    @Test
    void explains_in_general_and_says_so_when_a_model_is_up() {
        ScriptedModel model = ScriptedModel.always(
                "La fotosíntesis es el proceso por el que las plantas usan la luz para producir su alimento. ¿Qué necesita una "
                        + "planta para vivir, según lo que ya sabés?");

        Reply reply = tutor(FixedKnowledge.empty()).llm(model).build().ask("¿Qué es la fotosíntesis?");

        assertThat(reply.outcome()).isEqualTo(Outcome.GENERAL);
        assertThat(reply.assessable()).isFalse();
        assertThat(reply.notices())
                .singleElement()
                .asString()
                .contains("no encontré en el material", "ni forma parte de lo que se evalúa");
        assertThat(model.prompts().get(0).user()).doesNotContain("pasaje");
    }

    private static ActiveIaBuilder tutor(KnowledgeSource knowledge) {
        return ActiveIa.builder()
                .knowledge(knowledge)
                .course(new CourseId("algoritmos"))
                .locale(Locale.forLanguageTag("es-AR"));
    }
}
