package io.github.activeia.rag.retrieval;

import static io.github.activeia.rag.retrieval.Chunks.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.activeia.rag.store.Candidate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FusionTest {
    private final Fusion both = Fusion.of(RetrievalSettings.defaults());

    @Test
    void nothing_is_ranked_when_there_are_no_candidates() {
        assertThat(both.rank(List.of())).isEmpty();
    }

    @Test
    void best_of_both_legs_is_first() {
        List<Candidate> candidates =
                List.of(candidate("words", 9, 0.70), candidate("both", 8, 0.89), candidate("meaning", 0, 0.90));

        assertThat(Chunks.ids(both.rank(candidates))).startsWith("both");
    }

    @Test
    void scale_of_a_leg_does_not_matter() {
        List<Candidate> plain = List.of(candidate("a", 1, 0.7), candidate("b", 2, 0.6), candidate("c", 4, 0.9));
        List<Candidate> scaled =
                List.of(candidate("a", 110, 0.07), candidate("b", 120, 0.06), candidate("c", 140, 0.09));

        List<Ranked> one = both.rank(plain);
        List<Ranked> other = both.rank(scaled);

        for (int i = 0; i < one.size(); i++) {
            assertThat(other.get(i).score()).isCloseTo(one.get(i).score(), within(1e-9));
        }
    }

    @Test
    void leg_without_differences_has_no_say() {
        List<Candidate> candidates = List.of(candidate("a", 3, 0.1), candidate("b", 3, 0.5));

        assertThat(Chunks.ids(both.rank(candidates))).containsExactly("b", "a");
    }

    @Test
    void one_leg_alone_decides_when_the_other_is_off() {
        List<Candidate> candidates = List.of(candidate("words", 9, 0.1), candidate("meaning", 0, 0.9));

        Fusion lexical =
                Fusion.of(RetrievalSettings.builder().legs(Legs.LEXICAL).build());
        Fusion vector = Fusion.of(RetrievalSettings.builder().legs(Legs.VECTOR).build());

        assertThat(Chunks.ids(lexical.rank(candidates))).startsWith("words");
        assertThat(Chunks.ids(vector.rank(candidates))).startsWith("meaning");
    }

    @Test
    void equal_scores_come_in_the_order_of_their_ids() {
        List<Candidate> candidates = List.of(candidate("b", 1, 1), candidate("a", 1, 1));

        assertThat(Chunks.ids(both.rank(candidates))).containsExactly("a", "b");
    }

    @Property
    void candidate_that_is_better_in_both_legs_is_never_behind(
            @ForAll @Size(min = 4, max = 40) List<@DoubleRange(min = 0, max = 30) Double> scores) {
        List<Candidate> candidates = new java.util.ArrayList<>();
        for (int i = 0; i + 1 < scores.size(); i += 2) {
            candidates.add(candidate("c" + i, scores.get(i), scores.get(i + 1) / 30));
        }

        List<Ranked> ranked = both.rank(candidates);

        Candidate first = ranked.get(0).candidate();
        assertThat(candidates)
                .noneMatch(c -> c.lexical() > first.lexical() + 1e-6 && c.cosine() > first.cosine() + 1e-6);
    }
}
