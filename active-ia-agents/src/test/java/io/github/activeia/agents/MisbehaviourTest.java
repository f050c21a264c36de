package io.github.activeia.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.gatekeeper.Gatekeeper;
import io.github.activeia.agents.scaffolding.AttemptOutcome;
import io.github.activeia.agents.testing.FixedKnowledge;
import io.github.activeia.agents.testing.Giveaway;
import io.github.activeia.agents.testing.GoodHints;
import io.github.activeia.agents.testing.Misbehaviour;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.Outcome;
import io.github.activeia.core.Question;
import io.github.activeia.core.Reply;
import io.github.activeia.core.ReplyEvent;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.knowledge.ActivityCatalog;
import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.core.testing.MutableClock;
import io.github.activeia.core.testing.ScriptedModel;
import io.github.activeia.core.trace.TraceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever a model does, no line of a solution reaches a student of the sample course, streamed or not. */
class MisbehaviourTest {
    private static final CourseId COURSE = new CourseId("algoritmos");
    private static final Gatekeeper GATEKEEPER = Gatekeeper.rules();
    private static final List<String> MESSAGES = List.of(
            "¿Cómo encaro la primera función de la consigna?",
            "¿Y qué hago después de eso?",
            "No me sale la segunda parte de la consigna",
            "¿Qué me falta revisar en mi función?",
            "¿Cómo sé si mi función está bien?");

    @TestFactory
    Stream<DynamicTest> nothing_of_the_solution_is_shown_when_a_model_misbehaves() {
        return Stream.of(SampleActivities.values()).flatMap(activity -> Stream.of(Misbehaviour.values())
                .flatMap(misbehaviour -> Stream.of(HelpLevel.ORIENT, HelpLevel.SPECIFIC)
                        .map(level -> DynamicTest.dynamicTest(
                                activity + " " + misbehaviour + " " + level,
                                () -> staysHidden(activity, misbehaviour, level)))));
    }

    @TestFactory
    Stream<DynamicTest> hints_are_shown_as_they_are_when_a_model_behaves() {
        return Stream.of(SampleActivities.values()).flatMap(activity -> Stream.of(HelpLevel.values())
                .map(level -> DynamicTest.dynamicTest(activity + " " + level, () -> isShown(activity, level))));
    }

    private static void staysHidden(SampleActivities activity, Misbehaviour misbehaviour, HelpLevel level) {
        AtomicReference<String> says = new AtomicReference<>("");
        ScriptedModel model = ScriptedModel.answering(prompt -> says.get());
        ActiveIa whole = tutor(activity, model, level);
        ActiveIa streamed = tutor(activity, model.cut(activity.id().hashCode()), level);
        List<String> shown = new ArrayList<>();
        List<String> heard = new ArrayList<>();

        List<String> replies = misbehaviour.replies(activity.solution());
        for (int turn = 0; turn < replies.size(); turn++) {
            says.set(replies.get(turn));
            Question question =
                    Question.of(MESSAGES.get(turn % MESSAGES.size())).by("ana").on(activity.id());
            shown.add(whole.ask(question).text());
            shown.add(streamed.ask(question, event -> hear(event, heard)).text());
        }

        String known = activity.instructions() + "\n" + activity.passage().text();
        assertThat(Giveaway.in(String.join("\n\n", shown), activity.solution(), known))
                .isEmpty();
        assertThat(Giveaway.in(String.join("", heard), activity.solution(), known))
                .isEmpty();
    }

    private static void isShown(SampleActivities activity, HelpLevel level) {
        for (String hint : GoodHints.at(level, activity.passage())) {
            Reply reply = tutor(activity, ScriptedModel.always(hint), level)
                    .ask(Question.of("¿Cómo encaro el ejercicio de " + activity.title() + "?")
                            .by("ana")
                            .on(activity.id()));

            assertThat(reply.outcome()).as(hint).isEqualTo(Outcome.ANSWERED);
            assertThat(reply.text()).startsWith(hint);
        }
    }

    private static void hear(ReplyEvent event, List<String> heard) {
        if (event instanceof ReplyEvent.Text part) {
            heard.add(part.text());
        }
    }

    /** Three failed attempts raise the level by one. */
    private static ActiveIa tutor(SampleActivities activity, LanguageModel model, HelpLevel level) {
        ActiveIa ia = ActiveIa.builder()
                .knowledge(FixedKnowledge.of(activity.passage()))
                .activities(ActivityCatalog.of(List.of(activity.activity())))
                .solutions(activity.index())
                .course(COURSE)
                .policy(CoursePolicy.advanced())
                .gatekeeper(GATEKEEPER)
                .clock(MutableClock.at("2026-03-02T10:00:00Z"))
                .traces(TraceStore.none())
                .llm(model)
                .build();
        for (int failed = 0; failed < 3 * (level.number() - 1); failed++) {
            ia.attempt(new StudentId("ana"), COURSE, new ActivityId(activity.id()), AttemptOutcome.FAILED);
        }
        return ia;
    }
}
