package io.github.activeia.agents.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.testing.Passages;
import io.github.activeia.core.RetrievalConfidence;
import io.github.activeia.core.knowledge.KnowledgeResult;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearnessTest {
    private static final Passage HASH = Passages.theory("Tablas hash", "La idea", "Se calcula una posición.");
    private static final Passage QUEUE = Passages.theory("Cola circular", "Definición", "Una tabla de tamaño fijo.");
    private static final Passage BALANCE = Passages.theory("Balanceo", "Rotaciones", "Un árbol balanceado.");

    private final Nearness nearness = new Nearness();

    @Test
    void names_nothing_that_shares_no_telling_word_with_the_question() {
        assertThat(nearness.topics(
                        "¿Cómo se calcula una derivada parcial?", "es", found(RetrievalConfidence.LOW, HASH, QUEUE)))
                .isEmpty();
    }

    @Test
    void names_what_has_a_telling_word_of_the_question_in_its_title_or_heading() {
        KnowledgeResult found = found(RetrievalConfidence.LOW, QUEUE, HASH, BALANCE);

        assertThat(nearness.topics("¿qué es un filtro sobre una tabla hash?", "es", found))
                .containsExactly("Tablas hash");
        assertThat(nearness.topics("¿las rotaciones son simétricas?", "es", found))
                .containsExactly("Balanceo");
    }

    @Test
    void names_nothing_when_the_search_has_no_confidence_at_all() {
        assertThat(nearness.topics("¿qué es el hash?", "es", found(RetrievalConfidence.NONE, HASH)))
                .isEmpty();
    }

    @Test
    void names_the_document_that_most_passages_come_from_when_the_question_is_in_another_language() {
        KnowledgeResult most = found(RetrievalConfidence.NONE, BALANCE, BALANCE, HASH, BALANCE);
        KnowledgeResult mixed = found(RetrievalConfidence.NONE, BALANCE, HASH, QUEUE, BALANCE);

        assertThat(nearness.topics("Is a balanced tree always better?", "en", most))
                .containsExactly("Balanceo");
        assertThat(nearness.topics("What is the capital of Australia?", "en", mixed))
                .isEmpty();
        assertThat(nearness.topics("¿Quién ganó el mundial?", "es", most)).isEmpty();
    }

    @Test
    void takes_the_material_for_foreign_when_most_of_what_was_found_is() {
        assertThat(Nearness.isForeign(found(RetrievalConfidence.LOW, HASH, QUEUE), "en"))
                .isTrue();
        assertThat(Nearness.isForeign(found(RetrievalConfidence.LOW, HASH, QUEUE), "es"))
                .isFalse();
        assertThat(Nearness.isForeign(KnowledgeResult.nothing(), "en")).isFalse();
    }

    private static KnowledgeResult found(RetrievalConfidence confidence, Passage... passages) {
        return new KnowledgeResult(List.of(passages), confidence, 0.1, false);
    }
}
