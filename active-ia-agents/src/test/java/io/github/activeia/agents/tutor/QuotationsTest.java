package io.github.activeia.agents.tutor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.testing.Passages;
import io.github.activeia.agents.tutor.TutorRequest.Conversation;
import io.github.activeia.agents.tutor.TutorRequest.Reading;
import io.github.activeia.agents.tutor.TutorRequest.Said;
import io.github.activeia.agents.writing.Languages;
import io.github.activeia.agents.writing.Variation;
import io.github.activeia.core.Activity;
import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.CognitiveState;
import io.github.activeia.core.ContentType;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.Difficulty;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.TutorMode;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which sentence of which passage is quoted, and which is not. */
class QuotationsTest {
    private static final Reading EXPLORING =
            new Reading(CognitiveIntent.EXPLORATION, CognitiveState.EXPLORATION, TutorMode.EXPLANATORY, false);
    private static final Reading HELP =
            new Reading(CognitiveIntent.HELP, CognitiveState.PLANNING, TutorMode.GUIDED, false);
    private static final Reading REVIEW =
            new Reading(CognitiveIntent.VALIDATE, CognitiveState.VALIDATION, TutorMode.SOCRATIC, false);

    private static final Passage LISTS = passage(
            "4", "Listas dobles", "Lista doble", "El invariante de la estructura es que los enlaces son simétricos.");
    private static final Passage QUEUES = passage(
            "5",
            "Cola circular",
            "Los índices",
            "El invariante de la estructura es que los elementos ocupan posiciones seguidas a partir del frente.");
    private static final Activity TP3 = Activity.of("tp3", "Mesa de trámites con cola circular", "5");

    private final TutorComposer composer = new TutorComposer();

    @Test
    void material_of_the_activity_wins_a_near_tie() {
        String question = "¿Qué es el invariante de la estructura?";

        String within = text(request(question, EXPLORING, HelpLevel.CONCEPT, List.of(LISTS, QUEUES), TP3));
        String without = text(request(question, EXPLORING, HelpLevel.CONCEPT, List.of(LISTS, QUEUES), null));

        assertThat(within).contains("*Cola circular* (Unidad 5)");
        assertThat(without).contains("*Listas dobles* (Unidad 4)");
    }

    @Test
    void question_about_another_unit_goes_there_even_within_an_activity() {
        String question = "¿Por qué son simétricos los enlaces de una lista doble?";

        String text = text(request(question, EXPLORING, HelpLevel.CONCEPT, List.of(QUEUES, LISTS), TP3));

        assertThat(text).contains("*Listas dobles* (Unidad 4)", "simétricos");
    }

    @Test
    void document_that_the_activity_is_named_after_wins_within_the_unit() {
        Passage other = passage("5", "Colas", "Dos pilas", "Se encola apilando en la primera pila de las dos.");
        Passage named = passage("5", "Cola circular", "Los índices", "Se encola en la posición que sigue a la última.");

        String text = text(request("encolo y se pisa", HELP, HelpLevel.CONCEPT, List.of(other, named), TP3));

        assertThat(text).contains("*Cola circular* (Unidad 5)", "sigue a la última");
    }

    @Test
    void next_sentence_is_quoted_when_the_best_was_quoted_before() {
        Passage passage = Passages.circularQueue();
        String told =
                "En el apunte se lee: «Una cola circular es una cola implementada sobre un arreglo de tamaño fijo "
                        + "en el que, al llegar al final, se sigue por el principio» [1].";

        String text = text(after(told, request("la cola circular", HELP, HelpLevel.CONCEPT, List.of(passage), null)));

        assertThat(text)
                .contains("«Lo circular es la manera de calcular la posición siguiente» [1]")
                .doesNotContain("Una cola circular es una cola implementada");
    }

    @Test
    void nothing_is_quoted_when_everything_was() {
        TutorRequest request = request("los enlaces de la lista", HELP, HelpLevel.CONCEPT, List.of(LISTS), null);

        String text = text(after("Fijate: «" + LISTS.text().replaceFirst("\\.$", "") + "» [1].", request));

        assertThat(text).contains("*Lista doble* [1]").doesNotContain("«");
    }

    @Test
    void question_of_the_teacher_is_not_asked_a_second_time() {
        TutorRequest request =
                request("¿hasta cuándo va la clave?", HELP, HelpLevel.CONCEPT, List.of(Passages.insertion()), null);
        String asked = "Con `[5, 2, 4]` en papel: cuando la clave es 2, ¿qué comparación hace que el desplazamiento se "
                + "detenga? Contame.";

        assertThat(text(request)).contains("[5, 2, 4]");
        assertThat(text(after(asked, request)))
                .doesNotContain("[5, 2, 4]")
                .endsWith(".")
                .contains("¿");
    }

    @Test
    void second_quotation_stays_in_the_document_when_another_shares_one_word_only() {
        Passage array = passage(
                "5", "Cola circular", "Los índices", "La posición donde se encola sale del frente y de la cantidad.");
        Passage linked = passage(
                "5", "Colas", "Lista enlazada", "Al encolar en una vacía el nodo nuevo es el primero y el último.");
        String question = "Encolo con el frente y la cantidad, ¿está bien?";

        String text = text(request(question, REVIEW, HelpLevel.STRATEGY, List.of(array, linked), TP3));

        assertThat(text).contains("sale del frente").doesNotContain("el nodo nuevo");
    }

    @Test
    void second_quotation_may_be_of_another_document_when_it_is_about_the_same_words() {
        Passage notes = passage(
                "1",
                "Complejidad",
                "Costo amortizado",
                "El costo amortizado es el promedio de una secuencia de pasos.");
        Passage faq =
                passage("1", "Preguntas", "Promedio", "El costo amortizado no supone nada sobre los datos de entrada.");

        String text =
                text(request("¿Qué es el costo amortizado?", EXPLORING, HelpLevel.CONCEPT, List.of(notes, faq), null));

        assertThat(text).contains("es el promedio", "no supone nada");
    }

    @Test
    void words_come_before_a_formula_when_own_work_is_looked_at() {
        Passage passage = passage(
                "5",
                "Cola circular",
                "Los índices",
                "La posición donde se encola es $(frente + cantidad) mod m$ en todos los casos. "
                        + "Se encola detrás del elemento más nuevo.");

        String text = text(request("Encolo así, ¿está bien?", REVIEW, HelpLevel.CONCEPT, List.of(passage), TP3));

        assertThat(text).contains("detrás del elemento más nuevo").doesNotContain("mod m");
    }

    @Test
    void beginning_is_not_the_part_that_closes_when_no_question_is_about_it() {
        Passage costs = passage("3", "Inserción", "Costo", "Cada registro se compara una sola vez con otro.");
        Passage idea = passage("3", "Inserción", "La idea", "Cada registro se lleva a su lugar.");

        String start =
                text(request("no sé cómo comparo un registro", HELP, HelpLevel.ORIENT, List.of(costs, idea), null));
        String cost = text(
                request("qué costo tiene comparar un registro", HELP, HelpLevel.ORIENT, List.of(costs, idea), null));

        assertThat(start).contains("*La idea* [2]");
        assertThat(cost).contains("*Costo* [1]");
    }

    private String text(TutorRequest request) {
        return composer.compose(request).text();
    }

    private static TutorRequest after(String told, TutorRequest request) {
        return new TutorRequest(
                request.question(),
                request.reading(),
                request.level(),
                request.policy(),
                request.passages(),
                request.activity(),
                new Conversation(List.of(new Said(true, "hola"), new Said(false, told)), null, Variation.first()),
                request.locale());
    }

    private static TutorRequest request(
            String question, Reading reading, HelpLevel level, List<Passage> passages, @Nullable Activity activity) {
        return new TutorRequest(
                question,
                reading,
                level,
                CoursePolicy.intermediate(),
                passages,
                activity,
                Conversation.none(),
                Languages.VOSEO);
    }

    private static Passage passage(String unit, String title, String section, String text) {
        String source = "unidad-" + unit + "/" + title + ".md";
        Passage.Document document = new Passage.Document(
                source, title, ContentType.THEORY, unit, null, Difficulty.BASIC, "es", "1.0", null);
        return new Passage(source + "#" + section, text, 0.8, document, List.of(title, section), null);
    }
}
