package io.github.activeia.agents.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.privacy.PiiRedactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PiiEvaluationTest {
    private static final PiiEvaluation EVALUATION = PiiEvaluation.of(PiiRedactor.defaults());

    @TempDir
    private Path folder;

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("pii.jsonl"), String.join("\n", lines));
    }

    @Test
    void figures_count_exact_spans_when_labels_say_what() throws IOException {
        Path file = file(
                "{\"id\":\"1\",\"text\":\"mail ana@uni.edu.ar\",\"half\":\"report\",\"harmless\":[],"
                        + "\"pii\":[{\"kind\":\"EMAIL\",\"text\":\"ana@uni.edu.ar\"}]}",
                "{\"id\":\"2\",\"text\":\"el teorema de Gauss\",\"half\":\"report\",\"harmless\":[\"Gauss\"],\"pii\":[]}",
                "{\"id\":\"3\",\"text\":\"el secreto\",\"half\":\"tune\",\"harmless\":[],"
                        + "\"pii\":[{\"kind\":\"NAME\",\"text\":\"secreto\"}]}");

        PiiScores report = EVALUATION.evaluate(file, "report");
        PiiScores all = EVALUATION.evaluate(file, PiiEvaluation.ALL);

        assertThat(report.exactKinds()).isEqualTo(new Proportion(2, 2));
        assertThat(report.damaged()).isEqualTo(new Proportion(0, 2));
        assertThat(report.kinds().get("EMAIL").f1()).isEqualTo(1.0);
        assertThat(all.exactKinds()).isEqualTo(new Proportion(2, 3));
        assertThat(all.errors()).extracting(GatekeeperScores.Disagreement::id).containsExactly("3");
        assertThat(all.toJson()).doesNotContain("secreto", "NaN");
    }

    @Test
    void harmless_text_is_damaged_when_a_finding_covers_it() throws IOException {
        Path file = file("{\"id\":\"1\",\"text\":\"un ejemplo\",\"pii\":[],\"harmless\":[\"ejemplo\"]}");
        PiiFinder everything = text -> List.of(new PiiFinder.Found("NAME", 0, text.length()));

        PiiScores scores = PiiEvaluation.of(everything).evaluate(file, PiiEvaluation.ALL);

        assertThat(scores.damaged()).isEqualTo(new Proportion(2, 2));
    }

    @Test
    void every_broken_line_is_named_when_a_file_is_wrong() throws IOException {
        Path file = file("{", "{\"id\":\"2\",\"text\":\"a\",\"pii\":[{\"kind\":\"NAME\",\"text\":\"zzz\"}]}", "[]");

        assertThatThrownBy(() -> EVALUATION.evaluate(file, PiiEvaluation.ALL))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("pii.jsonl:1")
                .hasMessageContaining("pii.jsonl:3")
                .hasMessageContaining("pii.jsonl 2");
    }

    @Test
    void interval_is_the_one_of_wilson_when_all_hit() {
        Proportion all = new Proportion(10, 10);

        assertThat(all.low()).isCloseTo(0.722, within(0.001));
        assertThat(all.high()).isCloseTo(1.0, within(0.000001));
        assertThat(new Proportion(0, 0).value()).isNaN();
    }

    @Test
    void redactor_stays_above_its_floor_when_the_shipped_messages_are_read() {
        Path shipped = Path.of(System.getProperty("basedir", ".")).resolve("../evaluation/pii.jsonl");

        PiiScores scores = EVALUATION.evaluate(shipped, PiiEvaluation.ALL);

        assertThat(scores.exactKinds().value()).isGreaterThan(0.9);
        assertThat(scores.damaged().value()).isLessThan(0.02);
    }
}
