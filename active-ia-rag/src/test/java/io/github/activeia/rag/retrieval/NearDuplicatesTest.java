package io.github.activeia.rag.retrieval;

import static io.github.activeia.rag.retrieval.Chunks.chunk;
import static io.github.activeia.rag.retrieval.Chunks.ids;
import static io.github.activeia.rag.retrieval.Chunks.ranked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {
    private static final String TEXT =
            "La cola circular reutiliza las posiciones del arreglo que quedaron libres al desencolar elementos";

    private final NearDuplicates duplicates = new NearDuplicates(0.9);

    @Test
    void same_words_in_other_case_and_marks_are_left_out() {
        List<Ranked> found = List.of(
                ranked(chunk("a", "s1", 0, TEXT), 3),
                ranked(chunk("b", "s2", 0, "¡" + TEXT.toUpperCase(java.util.Locale.ROOT) + "!"), 2),
                ranked(chunk("c", "s3", 0, "La pila crece hacia arriba"), 1));

        assertThat(ids(duplicates.remove(found, 5))).containsExactly("a", "c");
    }

    @Test
    void passage_that_shares_a_sentence_stays() {
        List<Ranked> found = List.of(
                ranked(chunk("a", "s1", 0, TEXT), 2),
                ranked(chunk("b", "s2", 0, TEXT + ". En cambio la lista enlazada no tiene un tamaño fijo"), 1));

        assertThat(ids(duplicates.remove(found, 5))).containsExactly("a", "b");
    }

    @Test
    void next_best_fills_the_place_of_a_duplicate() {
        List<Ranked> found = List.of(
                ranked(chunk("a", "s1", 0, TEXT), 3),
                ranked(chunk("b", "s2", 0, TEXT), 2),
                ranked(chunk("c", "s3", 0, "La pila"), 1));

        assertThat(ids(duplicates.remove(found, 2))).containsExactly("a", "c");
    }

    @Test
    void short_and_empty_texts_are_compared_whole() {
        List<Ranked> found = List.of(
                ranked(chunk("a", "s1", 0, "O(n)"), 4),
                ranked(chunk("b", "s2", 0, "o(n)"), 3),
                ranked(chunk("c", "s3", 0, ""), 2),
                ranked(chunk("d", "s4", 0, "pila"), 1));

        assertThat(ids(duplicates.remove(found, 5))).containsExactly("a", "c", "d");
    }

    @Test
    void similarity_is_the_share_of_common_sequences() {
        double similarity = NearDuplicates.jaccard(duplicates.shingles("a b c d"), duplicates.shingles("a b c e"));

        assertThat(similarity).isCloseTo(1.0 / 3, within(1e-9));
    }
}
