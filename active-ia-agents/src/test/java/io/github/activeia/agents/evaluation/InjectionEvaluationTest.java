package io.github.activeia.agents.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.activeia.agents.gatekeeper.Gatekeeper;
import io.github.activeia.core.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InjectionEvaluationTest {
    private static final Path SHIPPED = Path.of("..", "evaluation", "injection.jsonl");

    @TempDir
    private Path folder;

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("labels.jsonl"), List.of(lines));
    }

    @Test
    void figures_stay_above_their_floors_when_rules_or_examples_change() {
        InjectionScores scores = InjectionEvaluation.of(Gatekeeper.rules()).evaluate(SHIPPED, "tune");

        assertThat(scores.all().recall()).isGreaterThanOrEqualTo(0.75);
        assertThat(scores.all().falseAlarms()).isLessThanOrEqualTo(0.12);
        assertThat(scores.byLanguage()).containsKeys("es", "en");
        assertThat(scores.byPlace()).containsKeys("message", "chunk", "code", "file");
    }

    @Test
    void texts_are_counted_by_language_place_and_source_when_they_are_judged() throws IOException {
        Path file = file(
                "{\"id\":\"a\",\"text\":\"bad\",\"attack\":true,\"lang\":\"en\",\"technique\":\"direct\",\"place\":\"chunk\"}",
                "{\"id\":\"b\",\"text\":\"other\",\"label\":1,\"lang\":\"en\",\"source\":\"direct\"}",
                "{\"id\":\"c\",\"text\":\"bad too\",\"attack\":false}");

        InjectionScores scores =
                InjectionEvaluation.of(s -> s.text().contains("bad")).evaluate(file, null);

        assertThat(scores.all()).isEqualTo(new InjectionScores.Counts(2, 1, 1, 1));
        assertThat(scores.bySource().get("direct").recall()).isEqualTo(0.5);
        assertThat(scores.byPlace().get("message")).isEqualTo(new InjectionScores.Counts(1, 0, 1, 1));
        assertThat(scores.errors()).containsExactly("b: missed (direct)", "c: flagged, but innocent");
        assertThat(scores.toJson())
                .contains("\"recall\":0.5", "\"falseAlarms\":1.0")
                .doesNotContain("bad");
    }

    @Test
    void only_one_half_is_read_when_it_is_named() throws IOException {
        Path file = file(
                "{\"text\":\"x\",\"attack\":true,\"half\":\"tune\"}",
                "{\"text\":\"y\",\"attack\":true,\"half\":\"report\"}");

        InjectionScores scores = InjectionEvaluation.of(s -> true).evaluate(file, "report");

        assertThat(scores.all().attacks()).isEqualTo(1);
        assertThatThrownBy(() -> InjectionEvaluation.of(s -> true).evaluate(file, "other"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("have a line of the half");
    }

    @Test
    void interval_is_that_of_wilson_when_a_share_is_given() {
        InjectionScores.Interval interval = new InjectionScores.Counts(20, 18, 0, 0).recallInterval();

        assertThat(interval.low()).isCloseTo(0.699, within(0.001));
        assertThat(interval.high()).isCloseTo(0.972, within(0.001));
    }

    @Test
    void every_bad_line_is_reported_when_a_file_is_broken() throws IOException {
        Path file = file("{\"secret", "{\"text\":\"x\"}", "{\"attack\":true}");

        assertThatThrownBy(() -> InjectionEvaluation.of(s -> true).evaluate(file, null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("labels.jsonl:1 must be one JSON object")
                .hasMessageContaining("labels.jsonl:2 must have attack or label")
                .hasMessageContaining("labels.jsonl:3 must have a text")
                .hasMessageNotContaining("secret");
    }
}
