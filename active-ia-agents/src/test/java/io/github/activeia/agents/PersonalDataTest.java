package io.github.activeia.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.testing.FixedKnowledge;
import io.github.activeia.agents.testing.Passages;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Reply;
import io.github.activeia.core.testing.ScriptedModel;
import io.github.activeia.core.trace.CognitiveTrace;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class PersonalDataTest {
    private static final String HELPFUL =
            "El apunte dice que «La clave se desplaza hacia la izquierda mientras el elemento anterior sea mayor» [1]. "
                    + "¿Qué pasa cuando la clave llega a la primera posición, y cómo lo comprobarías?";

    private final List<CognitiveTrace> traces = new CopyOnWriteArrayList<>();

    private ActiveIaBuilder tutor(FixedKnowledge knowledge) {
        return ActiveIa.builder()
                .knowledge(knowledge)
                .course(new CourseId("algoritmos"))
                .traces(traces::add);
    }

    @Test
    void speaks_to_the_student_by_name_and_keeps_the_name_out_of_everything_else() {
        FixedKnowledge knowledge = FixedKnowledge.of(Passages.insertion());
        ScriptedModel model = ScriptedModel.always("Hola, [NAME_1]. " + HELPFUL);

        Reply reply = tutor(knowledge)
                .llm(model)
                .build()
                .ask("Hola, soy Quimey Pereyra, ¿qué es el invariante de inserción?");

        assertThat(reply.text()).startsWith("Hola, Quimey Pereyra.");
        assertThat(traces.get(0).toString()).contains("[NAME_1]").doesNotContain("Quimey");
        assertThat(model.prompts()).noneMatch(prompt -> prompt.user().contains("Quimey"));
    }

    @Test
    void keeps_personal_data_out_of_trace_knowledge_and_model() {
        FixedKnowledge knowledge = FixedKnowledge.of(Passages.insertion());
        ScriptedModel model = ScriptedModel.always(HELPFUL);

        tutor(knowledge).llm(model).build().ask("Mi mail es ana.perez@uni.edu.ar, ¿qué es el invariante de inserción?");

        assertThat(traces).hasSize(1);
        assertThat(traces.get(0).toString()).doesNotContain("ana.perez");
        assertThat(traces.get(0).question()).contains("EMAIL");
        assertThat(knowledge.queries()).noneMatch(query -> query.text().contains("ana.perez"));
        assertThat(model.prompts()).noneMatch(prompt -> prompt.user().contains("ana.perez"));
    }
}
