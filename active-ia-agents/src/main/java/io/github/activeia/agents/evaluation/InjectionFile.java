package io.github.activeia.agents.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads labelled texts, and reports every line that cannot be read. Not thread-safe. */
final class InjectionFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> YES = Set.of("true", "1", "yes", "attack", "injection");
    private static final Set<String> NO = Set.of("false", "0", "no", "innocent", "benign");

    private final String name;
    private final @Nullable String half;
    private final List<Fault> faults = new ArrayList<>();
    private final List<InjectionEvaluation.Sample> samples = new ArrayList<>();

    private InjectionFile(String name, @Nullable String half) {
        this.name = name;
        this.half = half;
    }

    static List<InjectionEvaluation.Sample> read(Path path, @Nullable String half) {
        Path last = path.getFileName();
        InjectionFile file = new InjectionFile(last == null ? path.toString() : last.toString(), half);
        try {
            List<String> lines = Files.readAllLines(path, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                file.read(lines.get(i), i + 1);
            }
        } catch (IOException e) {
            throw new ConfigurationException(new Fault(
                    file.name,
                    "be a readable file of JSON Lines in UTF-8",
                    e.getClass().getSimpleName(),
                    "check the path"));
        }
        if (file.samples.isEmpty() && file.faults.isEmpty()) {
            file.fault(1, "have a line" + (half == null ? "" : " of the half"), half == null ? "none" : half);
        }
        if (!file.faults.isEmpty()) {
            throw new ConfigurationException(file.faults);
        }
        return file.samples;
    }

    private void read(String line, int number) {
        if (line.isBlank()) {
            return;
        }
        try {
            JsonNode row = JSON.readTree(line);
            if (half == null || half.equals(row.path("half").asText())) {
                read(row, number);
            }
        } catch (JsonProcessingException e) {
            fault(number, "be one JSON object", "broken JSON");
        }
    }

    private void read(JsonNode row, int number) {
        String label = first(row, "attack", "label").toLowerCase(Locale.ROOT);
        if (!row.path("text").isTextual()) {
            fault(number, "have a text", "none");
        } else if (!YES.contains(label) && !NO.contains(label)) {
            fault(number, "have attack or label, true or false", label);
        } else {
            samples.add(new InjectionEvaluation.Sample(
                    row.path("id").asText("line " + number),
                    row.path("text").asText(),
                    YES.contains(label),
                    first(row, "lang", "language"),
                    first(row, "technique", "source"),
                    row.path("place").asText("message")));
        }
    }

    private static String first(JsonNode row, String one, String other) {
        return row.has(one) ? row.path(one).asText() : row.path(other).asText("unknown");
    }

    private void fault(int line, String rule, String value) {
        faults.add(new Fault(name + ":" + line, rule, value, "correct the line"));
    }
}
