package io.github.activeia.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.agents.scaffolding.AttemptOutcome;
import io.github.activeia.agents.testing.FixedKnowledge;
import io.github.activeia.agents.testing.Passages;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.Question;
import io.github.activeia.core.Reply;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.knowledge.KnowledgeSource;
import io.github.activeia.core.trace.CognitiveTrace;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What a host learns of ids and values that it got wrong. */
class WrongIdsTest {
    private static final CourseId COURSE = new CourseId("algoritmos");

    private final List<CognitiveTrace> traces = new CopyOnWriteArrayList<>();
    private final ActiveIa ia = ActiveIa.builder()
            .knowledge(FixedKnowledge.of(Passages.circularQueue()))
            .course(COURSE)
            .traces(traces::add)
            .build();

    @Test
    void traces_that_the_course_has_no_such_activity_and_answers_all_the_same() {
        Reply reply = ia.ask(Question.of("¿Qué es una cola circular?").on("tp-99"));
        ia.ask("¿Qué es una cola circular?");

        assertThat(reply.text()).isNotBlank();
        assertThat(traces.get(0).steps().get(0).evidence()).containsEntry("unknown_activity", true);
        assertThat(traces.get(1).steps().get(0).evidence()).doesNotContainKey("unknown_activity");
    }

    @Test
    void traces_that_nothing_at_all_was_found_in_a_course() {
        ActiveIa lost = ActiveIa.builder()
                .knowledge(KnowledgeSource.none())
                .course(COURSE)
                .traces(traces::add)
                .build();

        Reply reply = lost.ask("¿Qué es una cola circular?");
        ia.ask("¿Qué es una cola circular?");

        assertThat(reply.text()).isNotBlank();
        assertThat(retrieval(0)).containsEntry("nothing_found", true);
        assertThat(retrieval(1)).doesNotContainKey("nothing_found");
    }

    private Map<String, Object> retrieval(int trace) {
        return traces.get(trace).steps().stream()
                .filter(step -> step.agent().equals("retrieve"))
                .findFirst()
                .orElseThrow()
                .evidence();
    }

    @Test
    void says_which_value_is_missing() {
        assertThatThrownBy(() -> ia.ask((Question) null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("question must be set, but was null — pass Question.of(text)");
        assertThatThrownBy(() -> ia.ask(Question.of("hola"), null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("listener must be set");
        assertThatThrownBy(() -> ia.attempt(new StudentId("ana"), COURSE, new ActivityId("tp2"), (AttemptOutcome) null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("outcome must be set");
        assertThatThrownBy(() -> ia.attempt(null, COURSE, new ActivityId("tp2"), AttemptOutcome.FAILED))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("student must be set");
    }
}
