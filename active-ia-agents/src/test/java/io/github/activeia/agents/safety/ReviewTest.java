package io.github.activeia.agents.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.agents.leak.Exchange;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.Verdict;
import io.github.activeia.core.llm.LlmContext;
import io.github.activeia.core.testing.ScriptedModel;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewTest {
    private static final double LITTLE = Review.DOUBT / 2;

    @Test
    void shows_without_asking_when_the_rules_are_not_in_doubt() {
        ScriptedModel model = ScriptedModel.answering();
        Review review = review(model);

        assertThat(review.look("¿Qué probaste?", LITTLE, false)).isEqualTo(Review.Next.SHOW);
        assertThat(review.look("¿Qué probaste? ¿Y después?", LITTLE, true)).isEqualTo(Review.Next.SHOW);
        assertThat(model.prompts()).isEmpty();
        assertThat(review.findings()).isEmpty();
    }

    @Test
    void shows_without_asking_when_there_is_no_reviewer() {
        Review review = new Review(null, ReviewScope.IN_DOUBT, draft(), LlmContext.host());

        assertThat(review.look("Da 12.", 0.39, true)).isEqualTo(Review.Next.SHOW);
        assertThat(review.reviewed().opinions()).isEmpty();
    }

    @Test
    void asks_again_only_when_the_text_has_become_more_doubtful() {
        ScriptedModel model = ScriptedModel.answering("SAFE", "SAFE");
        Review review = review(model);

        review.look("Uno.", 0.20, false);
        review.look("Uno. Dos.", 0.20, false);
        review.look("Uno. Dos. Tres.", 0.25, false);

        assertThat(model.prompts()).hasSize(2);
        assertThat(model.prompts().get(1).user()).contains("Uno. Dos. Tres.");
    }

    @Test
    void stops_when_the_reviewer_finds_a_leak() {
        Review review = review(ScriptedModel.always("LEAK"));

        assertThat(review.look("Da 12.", 0.20, false)).isEqualTo(Review.Next.STOP);
        assertThat(Review.stop(null).verdict()).isEqualTo(Verdict.REWRITE);
    }

    @Test
    void waits_for_one_last_call_when_it_was_asked_often() {
        ScriptedModel model = ScriptedModel.answering("SAFE", "SAFE", "LEAK");
        Review review = review(model);

        assertThat(review.look("1", 0.20, false)).isEqualTo(Review.Next.SHOW);
        assertThat(review.look("1 2", 0.22, false)).isEqualTo(Review.Next.SHOW);
        assertThat(review.look("1 2 3", 0.24, false)).isEqualTo(Review.Next.WAIT);
        assertThat(review.look("1 2 3 4", 0.26, false)).isEqualTo(Review.Next.WAIT);
        assertThat(model.prompts()).hasSize(2);
        assertThat(review.look("1 2 3 4", 0.26, true)).isEqualTo(Review.Next.STOP);
        assertThat(model.prompts()).hasSize(Review.MOST);
    }

    @Test
    void goes_on_waiting_when_the_doubt_seems_to_fall() {
        Review review = review(ScriptedModel.always("SAFE"));
        review.look("1", 0.20, false);
        review.look("1 2", 0.22, false);
        review.look("1 2 3", 0.24, false);

        assertThat(review.look("1 2 3 4", 0.16, false)).isEqualTo(Review.Next.WAIT);
    }

    @Test
    void leaves_it_to_the_rules_and_says_so_when_the_reviewer_does_not_answer() {
        ScriptedModel model = ScriptedModel.unavailable();
        Review review = review(model);

        assertThat(review.look("Da 12.", 0.20, false)).isEqualTo(Review.Next.SHOW);
        assertThat(review.look("Da 12. Y 13.", 0.30, false)).isEqualTo(Review.Next.SHOW);
        assertThat(model.prompts()).hasSize(1);
        assertThat(review.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("reviewer_unavailable");
            assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
            assertThat(finding.evidence()).startsWith("1 of 1 times").doesNotContain("12");
        });
    }

    @Test
    void leaves_it_to_the_rules_when_the_reviewer_throws() {
        Review review = new Review(
                new Reviewer(prompt -> {
                    throw new IllegalStateException("broken");
                }),
                ReviewScope.IN_DOUBT,
                draft(),
                LlmContext.host());

        assertThat(review.look("Da 12.", 0.20, false)).isEqualTo(Review.Next.SHOW);
        assertThat(review.reviewed().opinions()).extracting(Opinion::word).containsExactly(Opinion.Word.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no sé", "SAFE or LEAK", "SAFE, but it says 12", "UNSAFE", "NOT A LEAK", "12"})
    void leaves_it_to_the_rules_when_the_reviewer_says_something_else(String says) {
        Review review = review(ScriptedModel.always(says));

        assertThat(review.look("Da 12.", 0.20, false)).isEqualTo(Review.Next.SHOW);
        assertThat(review.reviewed().opinions()).extracting(Opinion::word).containsExactly(Opinion.Word.UNCLEAR);
        assertThat(review.findings()).extracting(SafetyReport.Finding::rule).containsExactly("reviewer_unavailable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEAK", "leak", " **LEAK**\n", "Leak: it tells the result", "`LEAK`."})
    void understands_a_leak_however_it_is_written(String says) {
        Review review = review(ScriptedModel.always(says));

        assertThat(review.look("Da 12.", 0.20, false)).isEqualTo(Review.Next.STOP);
    }

    @Test
    void begins_anew_with_another_text_and_keeps_what_was_tried() {
        ScriptedModel model = ScriptedModel.always("SAFE");
        Review review = review(model);
        review.look("1", 0.20, false);
        review.look("1 2", 0.30, false);

        review.restart();

        assertThat(review.look("otra cosa", 0.20, false)).isEqualTo(Review.Next.SHOW);
        assertThat(model.prompts()).hasSize(3);
        assertThat(review.reviewed().attempts()).hasSize(3);
    }

    private static Review review(ScriptedModel model) {
        return new Review(new Reviewer(model), ReviewScope.IN_DOUBT, draft(), LlmContext.host());
    }

    private static Draft draft() {
        Exchange exchange = Exchange.of(new CourseId("alg"), "¿Cómo encaro el ejercicio 2?", List.of());
        return new Draft(
                "", exchange, HelpLevel.CONCEPT, CoursePolicy.intermediate(), Locale.forLanguageTag("es"), true);
    }
}
