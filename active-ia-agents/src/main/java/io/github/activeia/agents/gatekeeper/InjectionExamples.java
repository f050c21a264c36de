package io.github.activeia.agents.gatekeeper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The texts that the classifier of injections learns from. Needed only while the library is built. */
final class InjectionExamples {
    private static final ObjectMapper JSON = new ObjectMapper();

    private InjectionExamples() {}

    /**
     * One text.
     *
     * @param text as a student sent it, or as it was retrieved
     * @param attack whether it tries to change, bypass or extract the tutor's rules
     */
    record Labelled(String text, boolean attack) {}

    /** Returns attacks and look-alikes, and ordinary messages, none of which attacks. */
    static List<Labelled> shipped() {
        List<Labelled> found = new ArrayList<>(read("injection.jsonl"));
        found.addAll(read("intent.jsonl"));
        return found;
    }

    private static List<Labelled> read(String name) {
        try (InputStream stream = InjectionExamples.class.getResourceAsStream("examples/" + name)) {
            if (stream == null) {
                throw new ConfigurationException(
                        new Fault("examples", "be on the class path", name, "rebuild active-ia-agents"));
            }
            List<Labelled> found = new ArrayList<>();
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode row = JSON.readTree(line);
                found.add(new Labelled(
                        row.path("text").asText(), row.path("attack").asBoolean(false)));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
