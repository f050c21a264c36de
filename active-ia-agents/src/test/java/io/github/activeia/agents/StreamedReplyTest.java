package io.github.activeia.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.gatekeeper.Gatekeeper;
import io.github.activeia.agents.safety.ReviewScope;
import io.github.activeia.agents.testing.FixedKnowledge;
import io.github.activeia.agents.testing.Giveaway;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.Outcome;
import io.github.activeia.core.Question;
import io.github.activeia.core.Reply;
import io.github.activeia.core.ReplyEvent;
import io.github.activeia.core.knowledge.ActivityCatalog;
import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.core.testing.MutableClock;
import io.github.activeia.core.testing.ScriptedModel;
import io.github.activeia.core.trace.TraceStore;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** A reply that is told while it is made is the reply that is returned, whatever a model writes and however its text is cut. */
class StreamedReplyTest {
    private static final SampleActivities ACTIVITY = SampleActivities.TP2;
    private static final Gatekeeper GATEKEEPER = Gatekeeper.rules();
    private static final String KNOWN =
            ACTIVITY.instructions() + "\n" + ACTIVITY.passage().text();
    private static final String GOOD =
            "El apunte lo trata [1]. ¿Qué compara tu código en cada paso? Probalo en papel con tres registros.";
    private static final List<String> OPINIONS = List.of("SAFE", "LEAK", "no sé");
    private static final String LEAK = "```python\nclave = registros[i]\nj = i - 1\nwhile j >= 0:\n```\n";

    @Property(seed = "2026", tries = 80, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void shows_the_same_when_it_is_streamed(@ForAll("texts") String says, @ForAll long seed) {
        Told told = new Told();

        Reply whole = tutor(ScriptedModel.always(says)).ask(question());
        Reply streamed = tutor(ScriptedModel.always(says).cut(seed)).ask(question(), told::hear);

        assertThat(streamed.text()).isEqualTo(whole.text());
        assertThat(told.text()).isEqualTo(whole.text());
        assertThat(told.restarts).isZero();
        assertThat(Giveaway.in(told.everything(), ACTIVITY.solution(), KNOWN)).isEmpty();
    }

    @Property(seed = "2026", tries = 60, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void shows_the_same_when_it_is_streamed_and_a_reviewer_is_asked(
            @ForAll("texts") String says, @ForAll ReviewScope scope, @ForAll long seed) {
        Told told = new Told();
        ScriptedModel reviewer = ScriptedModel.answering(
                prompt -> OPINIONS.get(Math.floorMod(prompt.user().hashCode(), OPINIONS.size())));

        Reply whole = reviewed(ScriptedModel.always(says), reviewer, scope).ask(question());
        int asked = reviewer.prompts().size();
        Reply streamed =
                reviewed(ScriptedModel.always(says).cut(seed), reviewer, scope).ask(question(), told::hear);

        assertThat(streamed.text()).isEqualTo(whole.text());
        assertThat(told.text()).isEqualTo(whole.text());
        assertThat(told.restarts).isZero();
        Statistics.label("asked").collect(asked > 0).coverage(seen -> seen.check(true)
                .count(count -> count > 0));
        assertThat(asked).isLessThanOrEqualTo(6);
        assertThat(reviewer.prompts()).hasSize(2 * asked);
    }

    @Property(seed = "2026", tries = 50, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void shows_the_answer_alone_when_another_beginning_was_lost(
            @ForAll("texts") String lost, @ForAll("texts") String says, @ForAll long seed) {
        Told told = new Told();

        Reply whole = tutor(ScriptedModel.always(says)).ask(question());
        Reply streamed = tutor(ScriptedModel.always(says).after(lost).cut(seed)).ask(question(), told::hear);

        assertThat(told.text()).isEqualTo(streamed.text());
        assertThat(Giveaway.in(told.everything(), ACTIVITY.solution(), KNOWN)).isEmpty();
        if (told.restarts > 0) {
            assertThat(streamed.text()).isEqualTo(whole.text());
        }
    }

    @Property(seed = "2026", tries = 25, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void shows_the_material_when_the_model_fails_in_the_middle(@ForAll("texts") String lost, @ForAll long seed) {
        Told told = new Told();

        Reply without = tutor(ScriptedModel.unavailable()).ask(question());
        Reply reply = tutor(ScriptedModel.unavailable().after(lost).cut(seed)).ask(question(), told::hear);

        assertThat(told.text()).isEqualTo(reply.text());
        assertThat(Giveaway.in(told.everything(), ACTIVITY.solution(), KNOWN)).isEmpty();
        if (told.restarts > 0) {
            assertThat(reply.text()).isEqualTo(without.text());
        }
    }

    @Example
    void tells_the_rest_to_nobody_when_the_listener_throws() {
        List<ReplyEvent> heard = new ArrayList<>();

        Reply reply = tutor(ScriptedModel.always(GOOD)).ask(question(), event -> {
            heard.add(event);
            if (event instanceof ReplyEvent.Text) {
                throw new IllegalStateException("the screen is gone");
            }
        });

        assertThat(reply.text()).startsWith(GOOD);
        assertThat(reply.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(heard).filteredOn(ReplyEvent.Text.class::isInstance).hasSize(1);
    }

    @Example
    void asks_the_model_for_no_more_when_the_text_was_stopped() {
        ScriptedModel model = ScriptedModel.always(GOOD + "\n\n" + LEAK + GOOD.repeat(50));
        Told told = new Told();

        Reply reply = tutor(model).ask(question(), told::hear);

        assertThat(reply.text())
                .startsWith("El apunte lo trata [1]. ¿Qué compara")
                .doesNotContain("registros[i]");
        assertThat(told.text()).isEqualTo(reply.text());
        assertThat(model.prompts()).hasSize(1);
    }

    @Example
    void gives_the_students_own_data_back_in_order_when_the_reply_repeats_it() {
        String says = "Vi que escribiste desde [EMAIL_1]. La otra forma es [EMAIL_1]. ¿Cuál usás en el listado?";
        Question asked = Question.of("¿Cómo comparo en inserción los registros de ana@uni.edu.ar y de ANA@uni.edu.ar?")
                .by("ana")
                .on(ACTIVITY.id());
        Told told = new Told();

        Reply whole = tutor(ScriptedModel.always(says)).ask(asked);
        Reply streamed = tutor(ScriptedModel.always(says)).ask(asked, told::hear);

        assertThat(whole.text()).contains("desde ana@uni.edu.ar", "es ANA@uni.edu.ar");
        assertThat(told.text()).isEqualTo(whole.text()).isEqualTo(streamed.text());
        assertThat(told.restarts).isZero();
    }

    @Provide
    Arbitrary<String> texts() {
        List<String> solution = ACTIVITY.solution().lines().toList();
        Arbitrary<String> part = Arbitraries.frequencyOf(
                Tuple.of(
                        8,
                        Arbitraries.of(
                                "El apunte lo trata en la sección del invariante [1].",
                                "¿Qué compara tu código en cada paso?",
                                "Probalo en papel con `[5, 2, 4]` y anotá qué cambia.",
                                "Según el material [1][2], la clave se desplaza.",
                                "«La clave se desplaza hacia la izquierda» [1]!",
                                "P. ej. el Sr. Paz y la Dra. Luna, etc. van juntos...",
                                "Mirá los casos borde: cero, uno y muchos registros.",
                                "## Una idea\n",
                                "**Ojo:** ¿y si hay empate? [7]",
                                "Escribime a ana@uni.edu.ar… o contame acá",
                                "😀 ¡Vas bien!")),
                Tuple.of(
                        3,
                        Arbitraries.of(
                                "\n- ¿Qué va antes?\n- ¿Qué pasa con los iguales?\n",
                                "\n1. Elegí un caso.\n2. Seguilo a mano.\n",
                                "\n| caso | ¿qué esperás? |\n|---|---|\n| vacío | … |\n",
                                "\n```text\nmientras j >= 0 y a[j] > clave\n```\n",
                                "\n> una cita del apunte\n",
                                "\n~~~\nuna nota\n~~~\n",
                                "``",
                                "```",
                                "[",
                                "]",
                                "\n\n",
                                "   ")),
                Tuple.of(
                        2,
                        Arbitraries.of(solution)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(6)
                                .map(lines -> "\n```python\n" + String.join("\n", lines) + "\n```\n")),
                Tuple.of(1, Arbitraries.of(solution).map(line -> "`" + line.strip() + "`")),
                Tuple.of(1, Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(30)));
        Arbitrary<String> gap = Arbitraries.of(" ", " ", "\n", "\n\n", "");
        return Combinators.combine(part, gap)
                .as((text, blank) -> text + blank)
                .list()
                .ofMinSize(1)
                .ofMaxSize(9)
                .map(parts -> String.join("", parts))
                .filter(text -> !text.isBlank());
    }

    private static Question question() {
        return Question.of("¿Por dónde empiezo con el ordenamiento por inserción?")
                .by("ana")
                .on(ACTIVITY.id());
    }

    private static ActiveIa tutor(LanguageModel model) {
        return builder().llm(model).build();
    }

    private static ActiveIa reviewed(LanguageModel model, LanguageModel reviewer, ReviewScope scope) {
        return builder().llm(model).reviewer(reviewer, scope).build();
    }

    private static ActiveIaBuilder builder() {
        return ActiveIa.builder()
                .knowledge(FixedKnowledge.of(ACTIVITY.passage()))
                .activities(ActivityCatalog.of(List.of(ACTIVITY.activity())))
                .solutions(ACTIVITY.index())
                .course(new CourseId("algoritmos"))
                .policy(CoursePolicy.advanced())
                .gatekeeper(GATEKEEPER)
                .clock(MutableClock.at("2026-03-02T10:00:00Z"))
                .traces(TraceStore.none());
    }

    /** What a screen shows that hears the events. */
    private static final class Told {
        private final StringBuilder screen = new StringBuilder();
        private final StringBuilder all = new StringBuilder();
        private int restarts;

        void hear(ReplyEvent event) {
            if (event instanceof ReplyEvent.Text part) {
                screen.append(part.text());
                all.append(part.text());
            } else if (event instanceof ReplyEvent.Restart) {
                restarts++;
                all.append("\n\n");
                screen.setLength(0);
            }
        }

        String text() {
            return screen.toString();
        }

        String everything() {
            return all.toString();
        }
    }
}
