package io.github.activeia.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plays every script as the documents were made, with the real embedding model and the real course. */
class ReplayTest {
    private static final String SAMPLES = "active-ia.samples";

    private final StringWriter complaints = new StringWriter();

    @TempDir
    private Path checkout;

    @BeforeEach
    void keepStateApart() throws IOException {
        System.setProperty(
                SAMPLES, Files.createDirectory(checkout.resolve("samples")).toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(SAMPLES);
    }

    @Test
    void says_what_the_documents_show_when_the_scripts_are_played() throws IOException {
        Path pages = checkout.resolve("pages");
        List<String> arguments = new ArrayList<>(List.of("replay", "--out", pages.toString()));
        Replay.scriptsOf(Path.of("conversations")).forEach(script -> arguments.add(script.toString()));

        int status = run(arguments);

        assertThat(complaints.toString()).isEmpty();
        assertThat(status).isZero();
        assertThat(read(pages))
                .as("the pages in docs/conversations are out of date: read the difference, and if it is wanted, run "
                        + "samples/lab/lab replay --all --out docs/conversations")
                .containsExactlyInAnyOrderEntriesOf(read(Path.of("../../docs/conversations")));
    }

    @Test
    void says_what_to_do_when_a_script_has_an_unknown_key() throws IOException {
        Path script = Files.writeString(checkout.resolve("wrong.yaml"), "titel: a slip\nturns: []\n");

        int status = run(List.of("replay", script.toString()));

        assertThat(status).isEqualTo(2);
        assertThat(complaints.toString()).contains("titel", "must", " — ");
    }

    private int run(List<String> arguments) {
        return Lab.commandLine().setErr(new PrintWriter(complaints, true)).execute(arguments.toArray(String[]::new));
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> pages = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> pages.put(file.getFileName().toString(), text(file)));
        }
        return pages;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
