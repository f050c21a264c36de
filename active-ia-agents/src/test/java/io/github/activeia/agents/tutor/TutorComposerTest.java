package io.github.activeia.agents.tutor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.testing.Passages;
import io.github.activeia.agents.tutor.TutorRequest.Conversation;
import io.github.activeia.agents.tutor.TutorRequest.Reading;
import io.github.activeia.agents.writing.Composed;
import io.github.activeia.agents.writing.Languages;
import io.github.activeia.agents.writing.Variation;
import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.CognitiveState;
import io.github.activeia.core.ContentType;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.TutorMode;
import io.github.activeia.core.knowledge.Passage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TutorComposerTest {
    private static final Reading HELP =
            new Reading(CognitiveIntent.HELP, CognitiveState.PLANNING, TutorMode.GUIDED, false);

    private final TutorComposer composer = new TutorComposer();

    @Test
    void says_where_what_and_asks_the_teachers_question_when_help_is_at_level_2() {
        TutorRequest request = request(
                "¿hasta cuándo se desplaza la clave hacia la izquierda?",
                HELP,
                HelpLevel.CONCEPT,
                List.of(Passages.insertion()),
                Variation.first());

        Composed composed = composer.compose(request);

        assertThat(composed.text())
                .contains("*Ordenamiento por inserción* (Unidad 3)")
                .contains("«La clave se desplaza hacia la izquierda mientras el elemento anterior sea mayor» [1]")
                .contains("¿qué comparación hace que el desplazamiento se detenga?")
                .doesNotContain("Error frecuente", "while", "mientras j");
        assertThat(composed.cited()).containsOnlyKeys(1);
    }

    @Test
    void quotes_nothing_when_help_is_at_level_1() {
        TutorRequest request = request(
                "¿hasta cuándo se desplaza la clave?",
                HELP,
                HelpLevel.ORIENT,
                List.of(Passages.insertion()),
                Variation.first());

        Composed composed = composer.compose(request);

        assertThat(composed.text()).contains("*El invariante* [1]").doesNotContain("La clave se desplaza");
        assertThat(composed.cited()).containsEntry(1, "");
    }

    @Test
    void takes_up_an_answer_without_judging_it() {
        Conversation asked = new Conversation(
                List.of(), "¿hasta cuándo se desplaza la clave hacia la izquierda?", Variation.first());

        for (Locale locale : Languages.all()) {
            String answered = composer.compose(new TutorRequest(
                            "la clave va hacia la izquierda mientras haya uno mayor",
                            HELP,
                            HelpLevel.CONCEPT,
                            CoursePolicy.intermediate(),
                            List.of(Passages.insertion()),
                            null,
                            asked,
                            locale))
                    .templates();
            assertThat(answered).startsWith("open.answer").contains("question.answer.2", "invite.answer.why");
        }
    }

    @Test
    void takes_nobody_for_having_answered_who_is_lost_or_asks() {
        Reading stuck = new Reading(CognitiveIntent.HELP, CognitiveState.STUCK, TutorMode.GUIDED, false);

        assertThat(answering("no sé hasta cuándo se desplaza la clave", stuck)).doesNotContain("answer");
        assertThat(answering("¿la clave se desplaza hasta el principio?", HELP)).doesNotContain("answer");
        assertThat(answering("hoy estudié bastante", HELP)).doesNotContain("answer");
    }

    private String answering(String message, Reading reading) {
        return composer.compose(new TutorRequest(
                        message,
                        reading,
                        HelpLevel.CONCEPT,
                        CoursePolicy.intermediate(),
                        List.of(Passages.insertion()),
                        null,
                        new Conversation(List.of(), "¿hasta cuándo se desplaza la clave?", Variation.first()),
                        Languages.NEUTRAL))
                .templates();
    }

    @Test
    void warns_of_the_common_mistake_when_the_student_is_debugging() {
        Reading debugging = new Reading(CognitiveIntent.HELP, CognitiveState.DEBUGGING, TutorMode.GUIDED, false);
        TutorRequest request = request(
                "no me queda estable la comparación de la clave",
                debugging,
                HelpLevel.CONCEPT,
                List.of(Passages.insertion()),
                Variation.first());

        assertThat(composer.compose(request).text()).contains("hace que se pierda la estabilidad");
    }

    @Test
    void chooses_the_passage_that_answers_when_it_is_not_the_first() {
        Reading exploring =
                new Reading(CognitiveIntent.EXPLORATION, CognitiveState.EXPLORATION, TutorMode.EXPLANATORY, false);
        TutorRequest request = request(
                "¿Qué es una cola circular?",
                exploring,
                HelpLevel.CONCEPT,
                List.of(Passages.insertion(), Passages.circularQueue()),
                Variation.first());

        assertThat(composer.compose(request).text())
                .contains("«Una cola circular es una cola implementada sobre un arreglo de tamaño fijo")
                .contains("[2]");
    }

    @Test
    void does_not_repeat_itself_when_the_same_is_asked_in_the_next_turn() {
        Set<String> replies = new HashSet<>();

        for (int turn = 0; turn < 3; turn++) {
            TutorRequest request = request(
                    "¿Qué es una cola circular?",
                    HELP,
                    HelpLevel.CONCEPT,
                    List.of(Passages.circularQueue()),
                    new Variation(42, turn));
            replies.add(composer.compose(request).text());
        }

        assertThat(replies).hasSize(3);
    }

    @Test
    void comes_back_to_its_question_when_the_message_says_too_little() {
        Reading unclear = new Reading(CognitiveIntent.HELP, CognitiveState.CONFUSION, TutorMode.CLARIFYING, false);
        TutorRequest request = new TutorRequest(
                "¿y ahora?",
                unclear,
                HelpLevel.ORIENT,
                CoursePolicy.intermediate(),
                List.of(),
                null,
                new Conversation(List.of(), "¿Qué caso límite probarías?", Variation.first()),
                Languages.VOSEO);

        assertThat(composer.compose(request).text())
                .contains("«¿Qué caso límite probarías?»")
                .endsWith("?");
    }

    @Property(tries = 2_000)
    void is_a_finished_text_with_a_question_whatever_the_case(@ForAll("requests") TutorRequest request) {
        Composed composed = composer.compose(request);

        assertFinished(composed.text());
        assertThat(composed.cited().keySet())
                .allMatch(n -> n >= 1 && n <= request.passages().size());
        composed.cited().values().stream()
                .filter(words -> !words.isEmpty())
                .forEach(words -> assertThat(composed.text()).contains(words));
    }

    @Property(tries = 500)
    void is_a_finished_text_that_cites_nothing_when_it_is_plain(@ForAll("requests") TutorRequest request) {
        Composed composed = composer.plain(request);

        assertFinished(composed.text());
        assertThat(composed.cited()).isEmpty();
    }

    private static void assertFinished(String text) {
        assertThat(text)
                .isNotBlank()
                .doesNotContain("{", "}", "null", "  ", "..", "**")
                .contains("?");
        assertThat(text).matches("(?s).*[.?!»”]$");
        List<String> sentences =
                Arrays.stream(text.split("(?<=[.?!])\\s+")).map(String::strip).toList();
        assertThat(sentences).doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<TutorRequest> requests() {
        Arbitrary<Reading> readings = Combinators.combine(
                        Arbitraries.of(CognitiveIntent.class),
                        Arbitraries.of(CognitiveState.class),
                        Arbitraries.of(TutorMode.class),
                        Arbitraries.of(true, false))
                .as(Reading::new);
        Arbitrary<List<Passage>> passages = Arbitraries.of(ContentType.class)
                .filter(type -> type != ContentType.SOLUTION)
                .map(TutorComposerTest::passage)
                .list()
                .ofMaxSize(3)
                .uniqueElements(Passage::id);
        Arbitrary<Variation> variations = Combinators.combine(
                        Arbitraries.integers(), Arbitraries.integers().between(0, 50))
                .as(Variation::new);
        Arbitrary<CoursePolicy> policies = Arbitraries.of(CoursePolicy.initial(), noReasons());
        Arbitrary<Locale> locales = Arbitraries.of(Languages.all());
        return Combinators.combine(readings, Arbitraries.of(HelpLevel.class), passages, variations, policies, locales)
                .as((reading, level, found, variation, policy, locale) -> new TutorRequest(
                        "¿cómo funciona el desplazamiento?",
                        reading,
                        level,
                        policy,
                        found,
                        null,
                        new Conversation(List.of(), null, variation),
                        locale));
    }

    private static CoursePolicy noReasons() {
        return CoursePolicy.builder().requireJustification(false).build();
    }

    private static Passage passage(ContentType type) {
        String text = "El desplazamiento mueve los elementos mayores de " + type.value() + " un lugar. Otra frase de "
                + type.value() + " habla de la memoria que usa el algoritmo.";
        return Passages.of(type, "Apunte de " + type.value(), "Desplazamiento", text);
    }

    private static TutorRequest request(
            String question, Reading reading, HelpLevel level, List<Passage> passages, Variation variation) {
        return new TutorRequest(
                question,
                reading,
                level,
                CoursePolicy.intermediate(),
                passages,
                null,
                new Conversation(List.of(), null, variation),
                Languages.VOSEO);
    }
}
