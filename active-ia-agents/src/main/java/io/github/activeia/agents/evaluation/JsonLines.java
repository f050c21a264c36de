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
import java.util.function.ObjIntConsumer;

/** Reads a file of JSON Lines, and gathers what is wrong in any of them. Blank lines and a byte-order mark are skipped. Not thread-safe. */
final class JsonLines {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARK = "\uFEFF";

    private final Path path;
    private final String name;
    private final List<Fault> faults = new ArrayList<>();

    private JsonLines(Path path) {
        this.path = path;
        Path last = path.getFileName();
        this.name = last == null ? path.toString() : last.toString();
    }

    static JsonLines of(Path path) {
        return new JsonLines(path);
    }

    /**
     * Passes every line that is an object on, with its number from 1; any other is a fault.
     *
     * @throws ConfigurationException if the file cannot be read
     */
    void forEach(ObjIntConsumer<JsonNode> reader) {
        List<String> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = i == 0 && lines.get(i).startsWith(MARK) ? lines.get(i).substring(1) : lines.get(i);
            if (!line.isBlank()) {
                read(line, i + 1, reader);
            }
        }
    }

    private void read(String line, int number, ObjIntConsumer<JsonNode> reader) {
        try {
            JsonNode row = JSON.readTree(line);
            if (row.isObject()) {
                reader.accept(row, number);
            } else {
                fault(":" + number, "be one JSON object", "something else");
            }
        } catch (JsonProcessingException broken) {
            fault(":" + number, "be one JSON object", "broken JSON");
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(path, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new ConfigurationException(new Fault(
                    name,
                    "be a readable file of JSON Lines in UTF-8",
                    unreadable.getClass().getSimpleName(),
                    "check the path"));
        }
    }

    /** Notes what is wrong; a value of the file is no part of it. */
    void fault(String place, String rule, String value) {
        faults.add(new Fault(name + place, rule, value, "correct the line"));
    }

    int faults() {
        return faults.size();
    }

    /**
     * Ends the reading.
     *
     * @throws ConfigurationException with every fault, if there is one
     */
    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
    }
}
