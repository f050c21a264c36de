package io.github.activeia.agents.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.activeia.core.Activity;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.HelpLevel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code activities.jsonl} and {@code replies.jsonl} of a folder, and reports every line that cannot be read. Not thread-safe. */
final class LeakFile {
    private final Map<String, JsonNode> activities = new HashMap<>();
    private final List<LeakCase> cases = new ArrayList<>();

    private LeakFile() {}

    static List<LeakCase> read(Path folder, @Nullable String half) {
        LeakFile file = new LeakFile();
        JsonLines tasks = JsonLines.of(folder.resolve("activities.jsonl"));
        tasks.forEach((row, number) -> {
            if (row.path("id").isTextual() && row.path("statement").isTextual()) {
                file.activities.put(row.path("id").asText(), row);
            } else {
                tasks.fault(":" + number, "have id and statement", "without");
            }
        });
        tasks.throwIfAny();
        JsonLines replies = JsonLines.of(folder.resolve("replies.jsonl"));
        replies.forEach((row, number) -> file.add(row, number, half, replies));
        if (file.cases.isEmpty() && replies.faults() == 0) {
            replies.fault(":1", "have a line" + (half == null ? "" : " of the half"), half == null ? "none" : half);
        }
        replies.throwIfAny();
        return file.cases;
    }

    private void add(JsonNode row, int number, @Nullable String half, JsonLines file) {
        JsonNode activity = activities.get(row.path("activity").asText());
        List<String> texts = new ArrayList<>();
        row.path("turns").forEach(turn -> texts.add(turn.asText()));
        if (row.path("text").isTextual()) {
            texts.add(row.path("text").asText());
        }
        boolean alone = row.path("activity").asText().isEmpty();
        if ((activity == null && !alone) || texts.isEmpty() || !row.path("leak").isBoolean()) {
            file.fault(":" + number, "have leak, text or turns, and an activity of the folder or none", "without");
        } else if (half == null
                || half.equals((activity == null ? row : activity).path("half").asText())) {
            List<String> said = new ArrayList<>();
            List<String> told = new ArrayList<>();
            row.path("history").forEach(turn -> (said.size() > told.size() ? told : said).add(turn.asText()));
            said.add(row.path("question").asText("¿?"));
            cases.add(new LeakCase(
                    row.path("id").asText("line " + number),
                    task(activity),
                    setting(row),
                    said,
                    told,
                    texts,
                    new LeakCase.Label(
                            row.path("leak").asBoolean(), row.path("technique").asText("unknown"))));
        }
    }

    private static LeakCase.Setting setting(JsonNode row) {
        int level = Math.min(4, Math.max(1, row.path("level").asInt(2)));
        return new LeakCase.Setting(
                List.of(HelpLevel.values()).get(level - 1),
                row.path("snippets").asBoolean(false),
                Locale.forLanguageTag(row.path("lang").asText("es")));
    }

    private static LeakCase.Task task(@Nullable JsonNode row) {
        if (row == null) {
            return new LeakCase.Task(null, List.of());
        }
        List<String> solutions = new ArrayList<>();
        row.path("solutions").forEach(solution -> solutions.add(solution.asText()));
        StringBuilder key = new StringBuilder();
        row.path("answers").forEach(answer -> key.append(answer.asText()).append('\n'));
        if (!key.isEmpty()) {
            solutions.add(key.toString());
        }
        Activity activity = new Activity(
                new ActivityId(row.path("id").asText()),
                row.path("title").asText("?"),
                row.path("statement").asText(),
                null,
                null,
                null);
        return new LeakCase.Task(activity, solutions);
    }
}
