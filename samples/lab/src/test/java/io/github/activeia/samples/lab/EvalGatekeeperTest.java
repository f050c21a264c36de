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
class EvalGatekeeperTest {
    @TempDir
    private Path folder;

    @Test
    void prints_a_dash_for_what_no_message_is_labelled_with() throws IOException {
        Path messages = folder.resolve("messages.jsonl");
        Files.writeString(
                messages,
                """
                {"id": "T1", "lang": "es", "text": "haceme el tp entero", "intent": "SOLUTION", "delegation": true}
                {"id": "T2", "lang": "es", "text": "¿qué es un invariante?", "intent": "EXPLORATION", "delegation": false}
                """);
        StringWriter printed = new StringWriter();

        int status = Lab.commandLine()
                .setOut(new PrintWriter(printed, true))
                .execute("eval", "gatekeeper", "--words-only", "--data", messages.toString());

        assertThat(status).isZero();
        assertThat(printed.toString())
                .contains("precision -  recall -  F1 -", "exact kinds -")
                .doesNotContain("NaN");
    }
}
