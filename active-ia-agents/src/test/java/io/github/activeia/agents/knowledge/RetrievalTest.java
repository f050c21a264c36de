package io.github.activeia.agents.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.knowledge.RetrievalRequest.About;
import io.github.activeia.agents.testing.FailingKnowledge;
import io.github.activeia.agents.testing.FixedKnowledge;
import io.github.activeia.agents.testing.Passages;
import io.github.activeia.core.Activity;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.core.knowledge.KnowledgeResult;
import io.github.activeia.core.knowledge.KnowledgeSource;
import io.github.activeia.core.knowledge.Passage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetrievalTest {
    private static final Activity TP3 = Activity.of("tp3", "Mesa de trámites con cola circular", "3");

    private static final Activity TP9 = new Activity(new ActivityId("tp9"), "Un almacén", "", null, null, null);

    private final FixedKnowledge queues = FixedKnowledge.covering("cola", Passages.circularQueue());

    @Test
    void prefers_the_unit_of_the_activity() {
        new Retrieval(queues).retrieve(request("¿qué es una cola?", TP3, About.CONCEPT));

        assertThat(queues.queries()).extracting(KnowledgeQuery::unit).containsExactly("3");
    }

    @Test
    void reads_a_short_message_together_with_the_one_before_it() {
        RetrievalRequest request = new RetrievalRequest(
                "¿y por qué?", new CourseId("c"), null, About.CONCEPT, List.of("¿qué es una cola?"));

        Retrieved retrieved = new Retrieval(queues).retrieve(request);

        assertThat(retrieved.query()).isEqualTo(Retrieved.Query.FOLLOW_UP);
        assertThat(retrieved.result().sufficient()).isTrue();
    }

    @Test
    void reads_a_message_that_begins_with_a_link_together_with_the_one_before_it() {
        RetrievalRequest request = new RetrievalRequest(
                "¿Y por qué la cola tiene que guardar dónde empieza y dónde termina?",
                new CourseId("c"),
                null,
                About.CONCEPT,
                List.of("¿qué es una cola circular?"));

        new Retrieval(queues).retrieve(request);

        assertThat(queues.queries())
                .last()
                .extracting(KnowledgeQuery::text)
                .asString()
                .startsWith("¿qué es una cola circular?");
    }

    @Test
    void takes_the_activity_into_account_when_the_message_is_about_work_on_it() {
        Retrieved work = new Retrieval(queues).retrieve(request("se me pierde un elemento", TP3, About.OWN_WORK));
        Retrieved concept = new Retrieval(queues).retrieve(request("¿qué es la fotosíntesis?", TP3, About.CONCEPT));

        assertThat(work.query()).isEqualTo(Retrieved.Query.ACTIVITY);
        assertThat(work.result().sufficient()).isTrue();
        assertThat(concept.result().sufficient()).isFalse();
    }

    @Test
    void looks_in_the_unit_last_when_a_conversation_about_the_activity_names_nothing() {
        String turn = "the smallest key of the right subtree could stand there, because it is bigger";

        Retrieved ongoing = new Retrieval(queues).retrieve(request(turn, TP3, About.CONVERSATION));
        Retrieved first = new Retrieval(FixedKnowledge.covering("pila", Passages.circularQueue()))
                .retrieve(request(turn, TP3, About.ACTIVITY));

        assertThat(ongoing.query()).isEqualTo(Retrieved.Query.ACTIVITY);
        assertThat(ongoing.result().sufficient()).isTrue();
        assertThat(first.result().sufficient()).isFalse();
    }

    @Test
    void is_covered_by_the_assignment_itself_when_the_activity_has_no_unit() {
        Passage assignment = assignment("tp9", "Registrá los productos y las ventas de un almacén.");
        Retrieval retrieval = new Retrieval(FixedKnowledge.covering("pila", assignment));

        Retrieved lost = retrieval.retrieve(request("no sé cómo seguir con el TP, ¿me orientás?", TP9, About.ACTIVITY));
        Retrieved part = retrieval.retrieve(request("ok, ¿y con los productos qué hago?", TP9, About.ACTIVITY));
        Retrieved asked = retrieval.retrieve(request("¿qué hay que hacer en la consigna?", TP9, About.CONCEPT));

        assertThat(List.of(lost, part, asked)).allSatisfy(retrieved -> {
            assertThat(retrieved.query()).isEqualTo(Retrieved.Query.ASSIGNMENT);
            assertThat(retrieved.result().sufficient()).isTrue();
            assertThat(retrieved.result().passages()).containsExactly(assignment);
            assertThat(retrieved.result().probability()).isEqualTo(0.21);
        });
    }

    @Test
    void is_not_covered_by_the_assignment_when_the_message_is_about_something_else() {
        Passage assignment = assignment("tp9", "Registrá los productos y las ventas de un almacén.");
        Retrieval retrieval = new Retrieval(FixedKnowledge.covering("pila", assignment));

        Retrieved concept = retrieval.retrieve(request("¿qué es una derivada parcial?", TP9, About.CONCEPT));
        Retrieved help = retrieval.retrieve(request("dame una pista sobre el mundial de 1986", TP9, About.ACTIVITY));

        assertThat(concept.result().sufficient()).isFalse();
        assertThat(help.result().sufficient()).isFalse();
    }

    @Test
    void is_not_covered_by_the_assignment_of_another_activity() {
        Passage other = assignment("tp8", "Registrá los productos y las ventas de un almacén.");

        Retrieved retrieved = new Retrieval(FixedKnowledge.covering("pila", other))
                .retrieve(request("ok, ¿y con los productos qué hago?", TP9, About.ACTIVITY));

        assertThat(retrieved.result().sufficient()).isFalse();
    }

    @Test
    void is_covered_by_what_the_hosts_catalog_says_when_the_assignment_is_no_material() {
        Activity told = new Activity(
                TP9.id(), TP9.title(), "Registrá los productos y las ventas de un almacén.", null, null, null);

        Retrieved retrieved = new Retrieval(FixedKnowledge.empty())
                .retrieve(request("ok, ¿y con los productos qué hago?", told, About.ACTIVITY));

        assertThat(retrieved.result().sufficient()).isTrue();
        assertThat(retrieved.result().passages()).isEmpty();
    }

    @Test
    void does_not_take_the_unit_for_a_short_message_about_something_else() {
        Retrieval retrieval = new Retrieval(FixedKnowledge.covering("pila", Passages.circularQueue()));

        Retrieved other = retrieval.retrieve(request("ayudame con la matriz inversa", TP3, About.ACTIVITY));
        Retrieved same = retrieval.retrieve(request("ayudame con la posición siguiente", TP3, About.ACTIVITY));

        assertThat(other.result().sufficient()).isFalse();
        assertThat(same.result().sufficient()).isTrue();
    }

    @Test
    void looks_for_the_question_alone_when_a_message_tells_more_than_it_asks() {
        String message = "mi mail es [EMAIL_1] por si querés mandarme algo, ¿para qué sirve una cola?";
        List<String> asked = new ArrayList<>();
        KnowledgeSource diluted = query -> {
            asked.add(query.text());
            return query.text().contains("mail") ? KnowledgeResult.nothing() : queues.retrieve(query);
        };

        Retrieved retrieved = new Retrieval(diluted).retrieve(request(message, null, About.CONCEPT));

        assertThat(retrieved.query()).isEqualTo(Retrieved.Query.QUESTION);
        assertThat(asked).noneMatch(text -> text.contains("EMAIL")).endsWith("para qué sirve una cola?");
    }

    @Test
    void turns_an_outage_into_a_value() {
        Retrieved retrieved =
                new Retrieval(new FailingKnowledge()).retrieve(request("¿qué es una cola?", null, About.CONCEPT));

        assertThat(retrieved.outage()).isEqualTo("java.lang.IllegalStateException");
        assertThat(retrieved.result().passages()).isEmpty();
    }

    @Test
    void removes_a_solution_that_a_source_returns_by_mistake() {
        FixedKnowledge leaky = FixedKnowledge.of(Passages.of(ContentType.SOLUTION, "Solución", "", "x = 1"));

        Retrieved retrieved = new Retrieval(leaky).retrieve(request("¿qué es x?", null, About.CONCEPT));

        assertThat(retrieved.result().passages()).isEmpty();
        assertThat(retrieved.result().sufficient()).isFalse();
    }

    private static Passage assignment(String activity, String text) {
        Passage.Document document =
                new Passage.Document("tp.md", "TP", ContentType.ASSIGNMENT, null, null, null, "es", null, activity);
        return new Passage("tp", text, 0.8, document, List.of("TP"), null);
    }

    private static RetrievalRequest request(String question, @Nullable Activity activity, About about) {
        return new RetrievalRequest(question, new CourseId("c"), activity, about, List.of());
    }
}
