package io.github.activeia.agents.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads labelled texts, and reports every line that cannot be read. Not thread-safe. */
final class InjectionFile {
    private static final Set<String> YES = Set.of("true", "1", "yes", "attack", "injection");
    private static final Set<String> NO = Set.of("false", "0", "no", "innocent", "benign");

    private final JsonLines lines;
    private final List<InjectionEvaluation.Sample> samples = new ArrayList<>();

    private InjectionFile(JsonLines lines) {
        this.lines = lines;
    }

    static List<InjectionEvaluation.Sample> read(Path path, @Nullable String half) {
        InjectionFile file = new InjectionFile(JsonLines.of(path));
        file.lines.forEach((row, number) -> {
            if (half == null || half.equals(row.path("half").asText())) {
                file.read(row, number);
            }
        });
        if (file.samples.isEmpty() && file.lines.faults() == 0) {
            file.fault(1, "have a line" + (half == null ? "" : " of the half"), half == null ? "none" : half);
        }
        file.lines.throwIfAny();
        return file.samples;
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
        lines.fault(":" + line, rule, value);
    }
}
