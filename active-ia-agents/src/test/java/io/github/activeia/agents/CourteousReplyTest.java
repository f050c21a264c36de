package io.github.activeia.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.scaffolding.LevelMove;
import io.github.activeia.agents.session.ActivityKey;
import io.github.activeia.agents.session.SessionKey;
import io.github.activeia.agents.session.SessionStore;
import io.github.activeia.core.Activity;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.Hint;
import io.github.activeia.core.Question;
import io.github.activeia.core.Reply;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.knowledge.KnowledgeResult;
import io.github.activeia.core.knowledge.KnowledgeSource;
import io.github.activeia.core.testing.ScriptedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to messages that say nothing about the subject. */
class CourteousReplyTest {
    private static final CourseId COURSE = new CourseId("algoritmos");
    private static final StudentId ANA = new StudentId("ana");
    private static final Activity SORTING = new Activity(
            new ActivityId("tp2"),
            "Ordenamiento",
            "Ordenar un arreglo de enteros por inserción.",
            "3",
            null,
            null,
            List.of(new Hint(HelpLevel.ORIENT, "¿Qué parte del arreglo ya está en orden?")));

    private final AtomicInteger searches = new AtomicInteger();
    private final List<LevelMove> moves = new ArrayList<>();
    private final ScriptedModel model = ScriptedModel.always("¿Qué probaste?");
    private final SessionStore sessions = SessionStore.inMemory();
    private final ActiveIa ia = ActiveIa.builder()
            .knowledge(query -> {
                searches.incrementAndGet();
                return KnowledgeResult.nothing();
            })
            .course(COURSE)
            .activities((course, id) -> Optional.of(SORTING))
            .sessions(sessions)
            .llm(model)
            .policy(CoursePolicy.intermediate().allowingCloud())
            .progressListener(moves::add)
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hola",
                "listo, lo entendí",
                "ah ya entendí, gracias",
                "ya me salió",
                "¿sos un bot?",
                "me voy a dormir, chau"
            })
    void needs_neither_model_nor_material_and_changes_nothing(String message) {
        Reply reply = ia.ask(Question.of(message).by("ana").on("tp2").during("s1"));

        assertThat(reply.text()).doesNotContain("Ordenamiento").doesNotContain("orden?");
        assertThat(model.prompts()).isEmpty();
        assertThat(searches).hasValue(0);
        assertThat(moves).isEmpty();
        SessionKey session = new SessionKey(COURSE, ANA, new SessionId("s1"));
        ActivityKey activity = ActivityKey.of(COURSE, ANA, SORTING.id());
        assertThat(sessions.updateSession(session, known -> known).frustrations())
                .isZero();
        assertThat(sessions.updateActivity(activity, known -> known).delegations())
                .isZero();
        assertThat(sessions.updateActivity(activity, known -> known).givenHints())
                .isEmpty();
    }

    @Test
    void is_not_given_to_who_asks_for_a_hint() {
        Reply reply = withoutModel().ask(Question.of("dame una pista").by("ana").on("tp2"));

        assertThat(reply.text()).contains("¿Qué parte del arreglo ya está en orden?");
    }

    @Test
    void asks_what_a_message_without_words_is_about() {
        Reply reply = withoutModel().ask(Question.of("😭😭😭").by("ana").on("tp2"));

        assertThat(reply.intent()).isEqualTo(CognitiveIntent.HELP);
        assertThat(reply.text()).doesNotContain("tiene que ser tuyo").contains("?");
    }

    private static ActiveIa withoutModel() {
        return ActiveIa.builder()
                .knowledge(KnowledgeSource.none())
                .course(COURSE)
                .activities((course, id) -> Optional.of(SORTING))
                .build();
    }
}
