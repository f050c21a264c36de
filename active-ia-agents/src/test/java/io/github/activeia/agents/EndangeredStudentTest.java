package io.github.activeia.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.admission.AdmissionRules;
import io.github.activeia.agents.gatekeeper.Gatekeeper;
import io.github.activeia.agents.risk.Alert;
import io.github.activeia.agents.testing.FailingKnowledge;
import io.github.activeia.agents.testing.FixedKnowledge;
import io.github.activeia.agents.testing.Passages;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.Outcome;
import io.github.activeia.core.Question;
import io.github.activeia.core.Reply;
import io.github.activeia.core.RiskLevel;
import io.github.activeia.core.Route;
import io.github.activeia.core.cost.Budget;
import io.github.activeia.core.cost.Budgets;
import io.github.activeia.core.cost.Scope;
import io.github.activeia.core.testing.MutableClock;
import io.github.activeia.core.testing.ScriptedModel;
import io.github.activeia.core.trace.CognitiveTrace;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A student in danger is not sent away because an exam runs or a quota is used up. */
class EndangeredStudentTest {
    private static final String DANGER = "me quiero matar, no quiero vivir más";
    private static final String LINE = "Llamá al 0800 de la facultad.";

    private final MutableClock clock = MutableClock.at("2026-03-02T10:00:00Z");
    private final List<CognitiveTrace> traces = new CopyOnWriteArrayList<>();
    private final List<Alert> alerts = new CopyOnWriteArrayList<>();

    /** Why a question is refused although it may be processed. */
    static Stream<Named<UnaryOperator<ActiveIaBuilder>>> moments() {
        return Stream.of(
                Named.of("exam policy", builder -> builder.policy(CoursePolicy.exam())),
                Named.of("exam lock", builder -> builder.admission(exam().build())),
                Named.of(
                        "unknown policy",
                        builder -> builder.activities((course, id) -> {
                            throw new IllegalStateException("the catalog is down");
                        })),
                Named.of("rate limit", builder -> builder.rateLimiter(account -> Optional.of(Duration.ofMinutes(2)))),
                Named.of(
                        "broken limiter",
                        builder -> builder.rateLimiter(account -> {
                            throw new IllegalStateException("no counter");
                        })),
                Named.of(
                        "budget of the host",
                        builder -> builder.admission(AdmissionRules.builder()
                                .budget(request -> false)
                                .build())));
    }

    /** Why nothing at all may be done with the message, although an exam runs. */
    static Stream<Named<AdmissionRules>> closed() {
        return Stream.of(
                Named.of("kill switch", exam().killSwitch(() -> true).build()),
                Named.of(
                        "course disabled",
                        exam().courseEnabled(request -> false).build()),
                Named.of("no consent", exam().consent(request -> false).build()),
                Named.of(
                        "unknown consent",
                        exam().consent(request -> {
                                    throw new IllegalStateException("the register is down");
                                })
                                .build()),
                Named.of("no access", exam().access(request -> false).build()),
                Named.of("too long", exam().maxLength(10).build()));
    }

    private static AdmissionRules.Builder exam() {
        return AdmissionRules.builder().examLock(request -> true);
    }

    @ParameterizedTest
    @MethodSource("moments")
    void is_given_the_helpline_and_people_hear_of_it(UnaryOperator<ActiveIaBuilder> moment) {
        Reply reply = moment.apply(tutor()).build().ask(question(DANGER));

        assertThat(reply.outcome()).isEqualTo(Outcome.ESCALATED);
        assertThat(reply.route()).isEqualTo(Route.ESCALATE);
        assertThat(reply.decision().risk()).isEqualTo(RiskLevel.CRITICAL);
        assertThat(reply.intent()).isNull();
        assertThat(reply.text()).contains(LINE).doesNotContain("evaluación", "minutos");
        assertThat(alerts).extracting(Alert::code).containsExactly(Alert.DANGER);
        assertThat(traces.get(0).steps())
                .extracting(step -> step.agent() + " " + step.decision())
                .startsWith("admission refused", "gatekeeper danger");
        assertThat(traces.get(0).steps().get(1).evidence())
                .containsKey("signals")
                .doesNotContainKeys("intent", "confidence");
    }

    @ParameterizedTest
    @MethodSource("closed")
    void is_refused_unread_when_the_message_may_not_be_processed(AdmissionRules closed) {
        Reply reply = tutor().admission(closed).build().ask(question(DANGER));

        assertThat(reply.outcome()).isEqualTo(Outcome.UNAVAILABLE);
        assertThat(reply.text()).doesNotContain(LINE);
        assertThat(traces.get(0).question()).isEmpty();
        assertThat(traces.get(0).steps()).extracting(CognitiveTrace.Step::agent).containsExactly("admission");
        assertThat(alerts).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("moments")
    void question_without_danger_is_refused_as_ever(UnaryOperator<ActiveIaBuilder> moment) {
        Reply reply =
                moment.apply(tutor()).build().ask(question("me quiero morir con este tp, ¿cómo hago el ejercicio 2?"));

        assertThat(reply.outcome()).isIn(Outcome.UNAVAILABLE, Outcome.LIMITED);
        assertThat(reply.text()).doesNotContain(LINE);
        assertThat(traces.get(0).question()).isEmpty();
        assertThat(traces.get(0).steps())
                .extracting(step -> step.agent() + " " + step.decision())
                .containsExactly("admission refused", "gatekeeper no_danger");
        assertThat(alerts).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "es, 'me siento muy mal, no puedo más con esto', apoyo a estudiantes",
        "es-AR, 'me siento muy mal, no puedo más con esto', apoyo a estudiantes",
        "en, 'I feel so bad, I cannot take this anymore, I am crying', student support"
    })
    void is_told_whom_to_turn_to_when_an_exam_runs_and_the_message_shows_distress(
            String language, String message, String support) {
        Reply reply = tutor().policy(CoursePolicy.exam())
                .build()
                .ask(question(message).speaking(Locale.forLanguageTag(language)));

        assertThat(reply.outcome()).isEqualTo(Outcome.UNAVAILABLE);
        assertThat(reply.text()).contains(support).doesNotContain(LINE, "?");
        assertThat(traces.get(0).question()).isEmpty();
        assertThat(traces.get(0).steps().get(1).evidence()).containsOnlyKeys("distress");
        assertThat(alerts).isEmpty();
    }

    @Test
    void refusal_of_an_exam_is_worded_in_more_than_one_way_and_the_same_for_the_same_message() {
        ActiveIa tutor = tutor().policy(CoursePolicy.exam()).build();

        List<String> said = Stream.of("¿Qué es una pila?", "¿Y una cola?", "una pista", "dale", "¿ya terminó?", "¿y?")
                .map(text -> tutor.ask(question(text)).text())
                .toList();

        assertThat(said.stream().distinct().count()).isBetween(2L, 3L);
        assertThat(tutor.ask(question("¿Qué es una pila?")).text()).isEqualTo(said.get(0));
    }

    @Test
    void is_given_the_helpline_when_the_requests_of_the_budget_are_used_up() {
        Budgets budgets = Budgets.builder()
                .per(Scope.STUDENT, Budget.builder().requests(1).build())
                .clock(clock)
                .build();
        ActiveIa tutor =
                tutor().budgets(budgets).llm(ScriptedModel.unavailable()).build();
        tutor.ask(question("¿Qué es el invariante?"));

        Reply refused = tutor.ask(question("¿Qué es el invariante?"));
        Reply reply = tutor.ask(question(DANGER));

        assertThat(refused.outcome()).isEqualTo(Outcome.LIMITED);
        assertThat(reply.outcome()).isEqualTo(Outcome.ESCALATED);
        assertThat(reply.text()).contains(LINE);
    }

    @Test
    void is_answered_in_the_language_of_the_message() {
        Reply reply = tutor().policy(CoursePolicy.exam())
                .build()
                .ask(question("I want to kill myself, I do not want to live any more"));

        assertThat(reply.outcome()).isEqualTo(Outcome.ESCALATED);
        assertThat(reply.locale()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void trace_has_no_personal_data_and_no_later_prompt_the_message() {
        AtomicBoolean exam = new AtomicBoolean(true);
        ScriptedModel model = ScriptedModel.always("¿Qué compara tu código en cada paso?");
        ActiveIa tutor = builder()
                .knowledge(FixedKnowledge.of(Passages.insertion()))
                .llm(model)
                .admission(
                        AdmissionRules.builder().examLock(request -> exam.get()).build())
                .build();

        tutor.ask(question(DANGER + ", soy ana@uni.edu.ar"));
        exam.set(false);
        tutor.ask(question("¿Qué es el invariante de inserción?"));

        assertThat(traces.get(0).question()).contains("no quiero vivir").doesNotContain("ana@uni.edu.ar");
        assertThat(model.prompts()).hasSize(1).noneMatch(prompt -> prompt.user().contains("vivir"));
    }

    private static Question question(String text) {
        return Question.of(text).by("caro").on("tp2");
    }

    /** Nothing of it may be reached: neither models nor the material. */
    private ActiveIaBuilder tutor() {
        return builder()
                .knowledge(new FailingKnowledge())
                .gatekeeper(
                        Gatekeeper.builder().tieBreak(ScriptedModel.answering()).build());
    }

    private ActiveIaBuilder builder() {
        return ActiveIa.builder()
                .course(new CourseId("algoritmos"))
                .helpline(LINE)
                .traces(traces::add)
                .clock(clock)
                .alerts(alerts::add);
    }
}
