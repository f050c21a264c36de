package io.github.activeia.agents.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.agents.gatekeeper.Gatekeeper;
import io.github.activeia.core.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatekeeperEvaluationTest {
    private static final GatekeeperEvaluation EVALUATION = GatekeeperEvaluation.of(Gatekeeper.rules());

    @TempDir
    private Path folder;

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("labels.jsonl"), List.of(lines));
    }

    /** The half of the development set that the rules were not tuned on. */
    private Path reportHalf() throws IOException {
        var stream = Objects.requireNonNull(getClass().getResourceAsStream("/gatekeeper/dev.jsonl"));
        List<String> all = new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();
        return Files.write(
                folder.resolve("report.jsonl"),
                all.stream().filter(l -> l.contains("\"half\": \"report\"")).toList());
    }

    @Test
    void figures_stay_above_their_floors_when_the_rules_change() throws IOException {
        GatekeeperScores scores = EVALUATION.evaluate(reportHalf());

        assertThat(scores.intents().macroF1()).isGreaterThanOrEqualTo(0.80);
        assertThat(scores.delegation().f1()).isGreaterThanOrEqualTo(0.85);
        assertThat(scores.injection().recall()).isGreaterThanOrEqualTo(0.85);
        assertThat(scores.injection().precision()).isGreaterThanOrEqualTo(0.85);
        assertThat(scores.pii().exactKindRate()).isGreaterThanOrEqualTo(0.85);
        assertThat(scores.pii().harmlessDamaged()).isZero();
    }

    @Test
    void intents_stay_above_their_floor_when_unseen_messages_are_read_by_their_words() throws IOException {
        List<String> all = Files.readAllLines(Path.of("..", "evaluation", "intents.jsonl"));
        Path half = file(all.stream()
                .filter(line -> line.contains("\"half\": \"report\""))
                .toArray(String[]::new));

        GatekeeperScores scores = EVALUATION.evaluate(half);

        assertThat(scores.intents().macroF1()).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void labels_are_understood_when_they_are_in_another_form() throws IOException {
        Path file = file(
                "{\"id\":\"a\",\"text\":\"¿Qué es una pila?\",\"intent\":\"Exploración\",\"delegation\":\"no\",\"injection\":0}",
                "{\"id\":\"b\",\"text\":\"no me sale el ejercicio 2, mi mail es a@b.com\",\"intent\":\"help\",\"delegation\":false,"
                        + "\"injection\":false,\"pii\":[{\"type\":\"correo\"}]}",
                "",
                "{\"id\":\"c\",\"text\":\"haceme el tp\",\"intent\":\"SOLUTION\",\"delegation\":1,\"injection\":false,\"pii\":\"none\"}");

        GatekeeperScores scores = EVALUATION.evaluate(file);

        assertThat(scores.errors()).isEmpty();
        assertThat(scores.pii().exactKindRate()).isEqualTo(1);
    }

    @Test
    void json_has_the_agreed_shape_when_figures_are_printed() throws IOException {
        Path file = file(
                "{\"id\":\"c\",\"text\":\"haceme el tp\",\"intent\":\"solution\",\"delegation\":true,\"injection\":false}");

        String json = EVALUATION.evaluate(file).toJson();

        assertThat(json)
                .isEqualTo(
                        "{\"intent\":{\"accuracy\":1.0,\"macroF1\":1.0,\"perClass\":{\"SOLUTION\":{\"precision\":1.0,\"recall\":1.0,"
                                + "\"f1\":1.0}}},\"delegation\":{\"precision\":1.0,\"recall\":1.0,\"f1\":1.0},\"injection\":{\"precision\":null,"
                                + "\"recall\":null,\"f1\":null},\"pii\":{\"exactKindRate\":null,\"harmlessDamaged\":0}}");
    }

    @Test
    void disagreements_are_listed_without_text_when_a_label_differs() throws IOException {
        Path file = file(
                "{\"id\":\"c\",\"text\":\"haceme el tp\",\"intent\":\"help\",\"delegation\":true,\"injection\":false}");

        GatekeeperScores scores = EVALUATION.evaluate(file);

        assertThat(scores.errors()).hasToString("[c intent: expected HELP, got SOLUTION]");
        assertThat(scores.confusionMatrix()).contains("SOLUTION").hasLineCount(6);
    }

    @Test
    void every_bad_line_is_reported_when_a_file_is_broken() throws IOException {
        Path file = file("{\"id\":\"secret text", "{\"text\":\"x\",\"intent\":\"help\",\"injection\":false}");

        assertThatThrownBy(() -> EVALUATION.evaluate(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("labels.jsonl:1 must be one JSON object")
                .hasMessageContaining("labels.jsonl:2 delegation must be true or false, but was missing")
                .hasMessageNotContaining("secret");
    }
}
