package io.github.activeia.agents.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLinesTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("lines.jsonl"), text);
    }

    @Test
    void blanks_and_the_mark_are_skipped_when_lines_are_read() throws IOException {
        Path file = file("\uFEFF{\"id\":1}\n\n   \n{\"id\":2}\n");
        List<String> seen = new ArrayList<>();

        JsonLines.of(file)
                .forEach((row, number) -> seen.add(number + ":" + row.path("id").asInt()));

        assertThat(seen).containsExactly("1:1", "4:2");
    }

    @Test
    void every_fault_is_gathered_when_lines_are_broken() throws IOException {
        JsonLines lines = JsonLines.of(file("{\"secret\"\n[]\n{}"));
        lines.forEach((row, number) -> lines.fault(":" + number + " text", "be a string", "missing"));

        assertThat(lines.faults()).isEqualTo(3);
        assertThatThrownBy(lines::throwIfAny)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("lines.jsonl:1 must be one JSON object, but was broken JSON")
                .hasMessageContaining("lines.jsonl:2 must be one JSON object, but was something else")
                .hasMessageContaining("lines.jsonl:3 text must be a string")
                .hasMessageNotContaining("secret");
    }

    @Test
    void file_is_named_when_it_cannot_be_read() {
        JsonLines lines = JsonLines.of(folder.resolve("none.jsonl"));

        assertThatThrownBy(() -> lines.forEach((row, number) -> {}))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("none.jsonl must be a readable file");
    }

    @ParameterizedTest
    @CsvSource({"rut,RUT", "RUN,RUT", "curp,CURP", "CPF,CPF", "ip_address,IP", "enlace,URL", "e-mail,EMAIL", "zip,ZIP"})
    void kind_is_ours_when_a_file_names_it_otherwise(String written, String kind) throws IOException {
        Path file = file("{\"text\":\"a\",\"intent\":\"help\",\"delegation\":false,\"pii\":[\"" + written + "\"]}");

        List<LabelledMessage> messages = LabelledFile.read(file);

        assertThat(messages.get(0).labels().pii()).containsExactly(kind);
    }
}
