package io.github.activeia.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command as its user does. */
class FitTest {
    private static final Path REPLIES = Path.of("..", "..", "evaluation", "leaks");
    private static final Path SHIPPED = Path.of(
            "..", "..", "active-ia-agents", "src", "main", "resources", "io", "github", "activeia", "agents", "leak");

    private final StringWriter printed = new StringWriter();

    @TempDir
    private Path folder;

    /** If this fails after a change of replies or of evidence: samples/lab/lab fit --out {the folder of the resources}. */
    @Test
    void shipped_weights_are_those_that_the_replies_teach() throws IOException {
        int status = run(REPLIES.toString(), REPLIES.resolve("training").toString(), folder.toString());

        assertThat(status).isZero();
        assertThat(printed.toString()).contains("left out").contains("all");
        for (String name : new String[] {"leak-weights.txt", "leak-manner.txt"}) {
            assertThat(Files.readAllLines(folder.resolve(name)))
                    .as(name)
                    .isEqualTo(Files.readAllLines(SHIPPED.resolve(name)));
        }
    }

    private int run(String first, String second, String out) {
        return Lab.commandLine()
                .setOut(new PrintWriter(printed, true))
                .execute("fit", "--data", first, "--data", second, "--out", out);
    }
}
