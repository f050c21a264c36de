package io.github.activeia.rag.retrieval;

import static io.github.activeia.rag.retrieval.Chunks.chunk;
import static io.github.activeia.rag.retrieval.Chunks.ranked;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoherenceTest {
    @Test
    void neighbours_are_one_passage_in_the_order_of_the_document() {
        List<Passage> passages = Coherence.join(List.of(
                ranked(chunk("second", "s", 5, "dos"), 3),
                ranked(chunk("other", "t", 0, "otro"), 2),
                ranked(chunk("first", "s", 4, "uno"), 1)));

        assertThat(passages).extracting(Passage::id).containsExactly("second", "other");
        assertThat(passages).extracting(Passage::text).containsExactly("uno\n\ndos", "otro");
        assertThat(passages.get(0).score()).isEqualTo(3);
    }

    @Test
    void chunks_with_a_gap_between_them_stay_apart() {
        List<Passage> passages =
                Coherence.join(List.of(ranked(chunk("a", "s", 0, "uno"), 2), ranked(chunk("c", "s", 2, "tres"), 1)));

        assertThat(passages).extracting(Passage::text).containsExactly("uno", "tres");
    }

    @Test
    void neighbours_of_two_sections_stay_apart() {
        List<Passage> passages =
                Coherence.join(List.of(ranked(chunk("a", "s", 0, "uno"), 2), ranked(chunk("b", "t", 1, "dos"), 1)));

        assertThat(passages).extracting(Passage::id).containsExactly("a", "b");
    }

    @Test
    void three_neighbours_are_joined_whatever_order_they_were_found_in() {
        List<Passage> passages = Coherence.join(List.of(
                ranked(chunk("c", "s", 2, "tres"), 3),
                ranked(chunk("a", "s", 0, "uno"), 2),
                ranked(chunk("b", "s", 1, "dos"), 1)));

        assertThat(passages).extracting(Passage::text).containsExactly("uno\n\ndos\n\ntres");
    }

    @Test
    void nothing_becomes_nothing() {
        assertThat(Coherence.join(List.of())).isEmpty();
    }
}
