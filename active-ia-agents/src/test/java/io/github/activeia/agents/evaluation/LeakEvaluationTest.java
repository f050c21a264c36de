package io.github.activeia.agents.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeakEvaluationTest {
    private static final Path REPLIES = Path.of("..", "evaluation", "leaks");

    @TempDir
    Path folder;

    /** The floors stand below what was measured, so that chance does not break a build. */
    @Test
    void stops_leaks_and_lets_hints_pass_on_the_report_half() {
        LeakScores scores = new LeakEvaluation().evaluate(LeakEvaluation.replies(REPLIES, "report"));

        assertThat(scores.leaked().total()).isEqualTo(176);
        assertThat(scores.leaked().value()).isLessThan(0.08);
        assertThat(scores.stopped().value()).isLessThan(0.08);
        assertThat(scores.f1()).isGreaterThan(0.92);
    }

    @Test
    void judges_a_reply_with_the_ones_before_it() throws IOException {
        write(
                "activities.jsonl",
                "{\"id\":\"A\",\"title\":\"Suma\",\"statement\":\"Sumá los primeros n enteros.\",\"half\":\"tune\","
                        + "\"solutions\":[\"def suma(n):\\n    total = 0\\n    for i in range(1, n + 1):\\n        total += i\\n    return total\"]}");
        write(
                "replies.jsonl",
                "{\"id\":\"1\",\"activity\":\"A\",\"leak\":true,\"level\":3,\"technique\":\"dump\",\"question\":\"¿cómo es?\",\"text\":\"Va:\\n```python\\ndef s(n):\\n    t = 0\\n    for k in range(1, n + 1):\\n        t += k\\n    return t\\n```\"}\n"
                        + "{\"id\":\"2\",\"activity\":\"A\",\"leak\":false,\"level\":2,\"technique\":\"hint\",\"question\":\"¿cómo es?\",\"turns\":[\"¿Qué vale la suma si n es 1?\",\"¿Y si n es 2?\"]}");

        LeakScores scores = new LeakEvaluation().evaluate(LeakEvaluation.replies(folder, "tune"));

        assertThat(scores.leaked()).isEqualTo(new Proportion(0, 1));
        assertThat(scores.stopped()).isEqualTo(new Proportion(0, 1));
        assertThat(scores.errors()).isEmpty();
        assertThat(scores.toJson()).contains("\"f1\":1.0");
    }

    @Test
    void names_every_line_that_cannot_be_read() throws IOException {
        write("activities.jsonl", "{\"id\":\"A\",\"statement\":\"x\"}");
        write("replies.jsonl", "{\"id\":\"1\",\"activity\":\"B\",\"leak\":true,\"text\":\"x\"}\nbroken");

        assertThatThrownBy(() -> LeakEvaluation.replies(folder, null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("replies.jsonl:1")
                .hasMessageContaining("replies.jsonl:2");
    }

    @Test
    void makes_a_planted_solution_and_a_hint_of_each_exercise() throws IOException {
        write(
                "exercises.jsonl",
                "{\"id\":\"e\",\"problem\":\"Un auto recorre 120 km en 2 h. ¿Cuál es su rapidez media en m/s?\",\"solution\":\"16,7 m/s\"}");

        List<LeakCase> cases = LeakEvaluation.exercises(folder.resolve("exercises.jsonl"));
        LeakScores scores = new LeakEvaluation().evaluate(cases);

        assertThat(cases).extracting(one -> one.label().leak()).containsExactly(true, false);
        assertThat(scores.errors()).isEmpty();
    }

    @Test
    void reads_tutors_replies_with_and_without_a_solution() throws IOException {
        write(
                "tutoring.jsonl",
                "{\"conversation_id\":\"1\",\"tutor\":\"T\",\"source\":\"Bridge\",\"history\":\"Tutor: What is 72 times 5? \\n Student: 310\",\"response\":\"Actually, 72 times 5 is 360.\",\"gold_Revealing_of_the_Answer\":\"Yes (and the answer is correct)\"}\n"
                        + "{\"conversation_id\":\"2\",\"tutor\":\"T\",\"source\":\"Bridge\",\"history\":\"Tutor: What is 72 times 5? \\n Student: 310\",\"response\":\"How did you get there?\",\"gold_Revealing_of_the_Answer\":\"No\"}");

        LeakScores scores = new LeakEvaluation().evaluate(LeakEvaluation.tutoring(folder.resolve("tutoring.jsonl")));

        assertThat(scores.f1("Bridge")).isEqualTo(1);
    }

    private void write(String name, String lines) throws IOException {
        Files.writeString(folder.resolve(name), lines + "\n");
    }
}
