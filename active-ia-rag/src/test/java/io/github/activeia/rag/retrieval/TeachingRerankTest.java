package io.github.activeia.rag.retrieval;

import static io.github.activeia.rag.retrieval.Chunks.ids;
import static io.github.activeia.rag.retrieval.Chunks.ranked;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.ContentType;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Difficulty;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeachingRerankTest {
    private final KnowledgeQuery query = KnowledgeQuery.of("cola", new CourseId("algoritmos"));

    @Test
    void order_stays_when_nothing_is_preferred_and_types_are_equal() {
        List<Ranked> found = List.of(
                ranked("a", 2.01, ContentType.THEORY, "1", Difficulty.ADVANCED),
                ranked("b", 2.00, ContentType.THEORY, "2", Difficulty.BASIC));

        assertThat(ids(TeachingRerank.apply(found, query))).containsExactly("a", "b");
    }

    @Test
    void unit_of_the_student_wins_a_near_tie() {
        List<Ranked> found = List.of(
                ranked("other", 2.1, ContentType.THEORY, "1", Difficulty.BASIC),
                ranked("same", 2.0, ContentType.THEORY, "2", Difficulty.BASIC));

        assertThat(ids(TeachingRerank.apply(found, query.preferring("2", null))))
                .containsExactly("same", "other");
    }

    @Test
    void difficulty_of_the_student_wins_a_near_tie() {
        List<Ranked> found = List.of(
                ranked("hard", 2.05, ContentType.THEORY, "1", Difficulty.ADVANCED),
                ranked("easy", 2.0, ContentType.THEORY, "1", Difficulty.BASIC));

        assertThat(ids(TeachingRerank.apply(found, query.preferring(null, Difficulty.BASIC))))
                .containsExactly("easy", "hard");
    }

    @Test
    void theory_wins_a_near_tie_with_an_exercise() {
        List<Ranked> found = List.of(
                ranked("exercise", 2.1, ContentType.EXERCISE, "1", Difficulty.BASIC),
                ranked("theory", 2.0, ContentType.THEORY, "1", Difficulty.BASIC));

        assertThat(ids(TeachingRerank.apply(found, query))).containsExactly("theory", "exercise");
    }

    @Test
    void clearly_better_passage_stays_first_against_every_preference() {
        List<Ranked> found = List.of(
                ranked("better", 3.0, ContentType.EXERCISE, "1", Difficulty.ADVANCED),
                ranked("preferred", 2.0, ContentType.THEORY, "2", Difficulty.BASIC));

        assertThat(ids(TeachingRerank.apply(found, query.preferring("2", Difficulty.BASIC))))
                .containsExactly("better", "preferred");
    }

    @Test
    void solution_is_dropped_whatever_its_score() {
        List<Ranked> found = List.of(
                ranked("solution", 9, ContentType.SOLUTION, "1", Difficulty.BASIC),
                ranked("theory", 1, ContentType.THEORY, "1", Difficulty.BASIC));

        assertThat(ids(TeachingRerank.apply(found, query))).containsExactly("theory");
    }
}
