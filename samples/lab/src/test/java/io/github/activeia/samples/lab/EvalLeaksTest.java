package io.github.activeia.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command as its user does. */
class EvalLeaksTest {
    private final StringWriter printed = new StringWriter();

    @TempDir
    private Path data;

    @Test
    void counts_rare_techniques_together_when_there_are_fewer_than_five_of_each() throws IOException {
        write(List.of("orient", "orient", "orient", "orient", "orient", "rubric", "rubric", "units"));

        int status = run("--data", data.toString());

        assertThat(status).isZero();
        assertThat(printed.toString().lines().map(line -> line.replaceAll(" +", " ")))
                .contains("orient - 0.000 [0.000, 0.434] 0/5 -")
                .contains("others (2 techniques, each n < 5) - 0.000 [0.000, 0.561] 0/3 -")
                .noneMatch(line -> line.startsWith("rubric") || line.startsWith("units"));
    }

    @Test
    void writes_the_figures_of_every_technique_when_a_file_is_named() throws IOException {
        Path figures = data.resolve("figures.json");
        write(List.of("orient", "rubric"));

        int status = run("--data", data.toString(), "--out", figures.toString());

        assertThat(status).isZero();
        assertThat(Files.readString(figures)).contains("\"orient\"", "\"rubric\"");
    }

    private int run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("eval", "leaks"));
        arguments.addAll(List.of(options));
        return Lab.commandLine().setOut(new PrintWriter(printed, true)).execute(arguments.toArray(String[]::new));
    }

    private void write(List<String> techniques) throws IOException {
        Files.writeString(
                data.resolve("activities.jsonl"), "{\"id\":\"A\",\"statement\":\"Ordená una lista de notas.\"}\n");
        StringBuilder replies = new StringBuilder();
        for (String technique : techniques) {
            replies.append("{\"activity\":\"A\",\"leak\":false,\"technique\":\"")
                    .append(technique)
                    .append("\",\"question\":\"¿cómo empiezo?\",\"text\":\"¿Qué probaste hasta ahora?\"}\n");
        }
        Files.writeString(data.resolve("replies.jsonl"), replies);
    }
}
