package io.github.activeia.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.activeia.agents.testing.FixedKnowledge;
import io.github.activeia.core.Account;
import io.github.activeia.core.AgentRole;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.DataPolicy;
import io.github.activeia.core.Outcome;
import io.github.activeia.core.Question;
import io.github.activeia.core.Reply;
import io.github.activeia.core.ReplyEvent;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.Verdict;
import io.github.activeia.core.knowledge.ActivityCatalog;
import io.github.activeia.core.knowledge.SolutionIndex;
import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.core.llm.LlmPrompt;
import io.github.activeia.core.testing.MutableClock;
import io.github.activeia.core.testing.ScriptedModel;
import io.github.activeia.core.trace.CognitiveTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A tutor with a reviewer. The rules let DOUBTFUL pass behind GOOD, and BEGINNING alone, but not without doubt. */
class ReviewedReplyTest {
    private static final SampleActivities ACTIVITY = SampleActivities.TP2;
    private static final CourseId COURSE = new CourseId("algoritmos");
    private static final String SOLUTION =
            "Se recorre la lista de derecha a izquierda y se cuentan las inversiones: 17.";
    private static final SolutionIndex INDEX =
            (course, text, most) -> List.of(new SolutionIndex.StoredSolution("s1", SOLUTION, "solucion.md"));
    private static final String GOOD = "¿Qué compara tu código en cada paso?";
    private static final String DOUBTFUL = "Vas a contar la mitad de 34.";
    private static final String BEGINNING = "Contá las inversiones de derecha a izquierda.";
    private static final String END = "¿Cómo lo comprobarías con otra lista?";

    private final List<CognitiveTrace> traces = new CopyOnWriteArrayList<>();

    @Test
    void reply_is_shown_and_the_trace_tells_of_the_review_when_the_reviewer_says_safe() {
        Reply reply = ask(says(DOUBTFUL), ScriptedModel.always("SAFE"));

        assertThat(reply.text()).startsWith(GOOD + " " + DOUBTFUL + " " + END);
        assertThat(reply.decision().verdict()).isEqualTo(Verdict.OK);
        assertThat(review())
                .containsEntry("asked", 1)
                .containsEntry("said", List.of("safe"))
                .containsEntry("prompt", "reviewer.v1")
                .containsKeys("prompt_sha256", "attempts");
    }

    @Test
    void question_takes_the_place_of_the_rest_when_the_reviewer_says_leak() {
        List<String> heard = new ArrayList<>();
        ActiveIa tutor = tutor(ScriptedModel.always(says(DOUBTFUL)), ScriptedModel.always("LEAK"));

        Reply reply = tutor.ask(question(), event -> {
            if (event instanceof ReplyEvent.Text part) {
                heard.add(part.text());
            }
        });

        assertThat(reply.text()).startsWith(GOOD).doesNotContain("la mitad de", END);
        assertThat(String.join("", heard)).isEqualTo(reply.text());
        assertThat(review()).containsEntry("said", List.of("leak"));
    }

    @Test
    void model_is_asked_once_more_when_nothing_was_shown_before_the_leak() {
        ScriptedModel model = ScriptedModel.answering(BEGINNING, GOOD);

        Reply reply = tutor(model, ScriptedModel.always("LEAK")).ask(question());

        assertThat(reply.text()).startsWith(GOOD);
        assertThat(model.prompts()).hasSize(2);
        assertThat(model.prompts().get(1).user()).contains("as a second reader says");
    }

    @Test
    void reviewer_is_not_asked_when_nothing_is_in_doubt_or_no_model_wrote() {
        ScriptedModel reviewer = ScriptedModel.answering();

        ask(says(""), reviewer);
        tutor(LanguageModel.none(), reviewer).ask(question());

        assertThat(reviewer.prompts()).isEmpty();
        assertThat(traces.get(0).steps()).noneMatch(step -> step.evidence().containsKey("review"));
    }

    @Test
    void rules_decide_and_the_trace_says_so_when_the_reviewer_cannot_be_reached() {
        Reply reply = ask(says(DOUBTFUL), ScriptedModel.unavailable());

        assertThat(reply.text()).startsWith(GOOD + " " + DOUBTFUL + " " + END);
        assertThat(reply.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(reply.decision().verdict()).isEqualTo(Verdict.WARN);
        assertThat(review()).containsEntry("said", List.of("no_answer"));
        assertThat(safety().get("findings")).asString().contains("reviewer_unavailable");
    }

    @Test
    void reviewer_is_asked_on_the_students_behalf_and_never_told_the_solution() {
        ScriptedModel reviewer = ScriptedModel.always("SAFE");

        ask(says(DOUBTFUL), reviewer);

        LlmPrompt prompt = reviewer.prompts().get(0);
        assertThat(prompt.context().agent()).isEqualTo(AgentRole.SAFETY);
        assertThat(prompt.context().account()).isEqualTo(Account.of(new StudentId("ana"), COURSE));
        assertThat(prompt.context().dataPolicy()).isEqualTo(DataPolicy.LOCAL_ONLY);
        assertThat(prompt.user()).contains(ACTIVITY.title());
        assertThat(prompt.user()).doesNotContain(SOLUTION, "17");
    }

    @Test
    void calls_of_the_reviewer_count_among_those_of_the_reply() {
        Reply reply = ask(says(DOUBTFUL), ScriptedModel.unavailable());

        assertThat(reply.work().calls())
                .extracting(Reply.Call::provider, Reply.Call::ending)
                .containsExactly(tuple("scripted", "ok"), tuple("scripted", "timeout"));
    }

    @Test
    void second_reviewer_is_a_fault() {
        ActiveIaBuilder builder = ActiveIa.builder()
                .knowledge(FixedKnowledge.empty())
                .reviewer(LanguageModel.none())
                .reviewer(LanguageModel.none());

        assertThatThrownBy(builder::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("reviewer must be set once");
    }

    private static String says(String middle) {
        return (GOOD + " " + middle + " " + END).replace("  ", " ");
    }

    private Reply ask(String says, LanguageModel reviewer) {
        return tutor(ScriptedModel.always(says), reviewer).ask(question());
    }

    private static Question question() {
        return Question.of("¿Por dónde empiezo con el ordenamiento por inserción?")
                .by("ana")
                .on(ACTIVITY.id());
    }

    private Map<String, Object> safety() {
        return traces.get(0).steps().stream()
                .filter(step -> step.agent().equals("safety"))
                .findFirst()
                .orElseThrow()
                .evidence();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> review() {
        return (Map<String, Object>) safety().get("review");
    }

    private ActiveIa tutor(LanguageModel model, LanguageModel reviewer) {
        return ActiveIa.builder()
                .knowledge(FixedKnowledge.of(ACTIVITY.passage()))
                .activities(ActivityCatalog.of(List.of(ACTIVITY.activity())))
                .solutions(INDEX)
                .course(COURSE)
                .policy(CoursePolicy.intermediate().toBuilder()
                        .dataPolicy(DataPolicy.LOCAL_ONLY)
                        .build())
                .clock(MutableClock.at("2026-03-02T10:00:00Z"))
                .traces(traces::add)
                .llm(model)
                .reviewer(reviewer)
                .build();
    }
}
