package io.github.activeia.agents.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.activeia.agents.testing.Passages;
import io.github.activeia.core.Citation;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CitationsTest {
    private static final List<Passage> PASSAGES = List.of(Passages.insertion(), Passages.circularQueue());

    @Test
    void finds_markers_but_no_array_indexes_and_no_unknown_passages() {
        String text = "Mirá `a[1]` y a[1]: el apunte lo dice [2], aunque [7] no existe.";

        assertThat(Citations.in(text, PASSAGES)).containsOnlyKeys(2);
    }

    @Test
    void keeps_a_quote_only_when_the_passage_really_says_so() {
        String text =
                "«La clave se desplaza hacia la izquierda mientras el elemento anterior sea mayor» [1]. «Inventado por "
                        + "el modelo» [2].";

        Map<Integer, String> cited = Citations.in(text, PASSAGES);

        assertThat(cited.get(1)).startsWith("La clave se desplaza");
        assertThat(cited.get(2)).isEmpty();
    }

    @Test
    void numbers_from_one_in_the_order_of_the_text() {
        String text = "Primero esto [2], después eso [1] y otra vez esto [2].";
        Map<Integer, String> cited = Map.of(1, "", 2, "");

        Map<Integer, Integer> numbers = Citations.order(text, cited.keySet());

        assertThat(Citations.renumber(text, numbers))
                .isEqualTo("Primero esto [1], después eso [2] y otra vez esto [1].");
        assertThat(Citations.of(cited, numbers, PASSAGES))
                .extracting(Citation::number, Citation::section)
                .containsExactly(tuple(1, "Qué es y qué problema resuelve"), tuple(2, "El invariante"));
    }
}
