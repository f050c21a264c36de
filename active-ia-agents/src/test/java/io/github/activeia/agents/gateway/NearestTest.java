package io.github.activeia.agents.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.knowledge.Retrieved;
import io.github.activeia.agents.testing.Passages;
import io.github.activeia.core.ContentType;
import io.github.activeia.core.RetrievalConfidence;
import io.github.activeia.core.knowledge.KnowledgeResult;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private final Nearest nearest = new Nearest();

    @Test
    void names_what_speaks_of_most_of_the_question() {
        assertThat(titles("¿Qué es una cola circular de prioridad?", Passages.circularQueue(), Passages.insertion()))
                .containsExactly("Cola circular");
    }

    @Test
    void names_nothing_that_shares_one_common_word_only() {
        assertThat(titles("¿Cómo se calcula una derivada parcial?", Passages.circularQueue()))
                .isEmpty();
    }

    @Test
    void names_no_task_and_no_title_twice() {
        Passage task = Passages.of(ContentType.ASSIGNMENT, "TP3", "Enunciado", "Hay que hacer una cola circular.");

        assertThat(titles("¿Qué es una cola circular?", task, Passages.circularQueue(), Passages.circularQueue()))
                .containsExactly("Cola circular");
    }

    private List<String> titles(String question, Passage... passages) {
        KnowledgeResult found = new KnowledgeResult(List.of(passages), RetrievalConfidence.LOW, 0.1, false);
        return nearest.titles(new Retrieved(found, Retrieved.Query.MESSAGE, null), question);
    }
}
