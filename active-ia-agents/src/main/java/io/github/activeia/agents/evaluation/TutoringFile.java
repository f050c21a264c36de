package io.github.activeia.agents.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.activeia.core.Activity;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.HelpLevel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the lines of MRBench (Maurya et al., 2025): tutors' replies to students' mistakes, with the label
 * {@code gold_Revealing_of_the_Answer}. The conversations of MathDial have a problem and its solution; those of Bridge have neither.
 */
final class TutoringFile {
    private static final String TUTOR = "Tutor:";
    private static final String STUDENT = "Student:";

    private TutoringFile() {}

    static List<LeakCase> read(Path path) {
        List<LeakCase> cases = new ArrayList<>();
        JsonLines file = JsonLines.of(path);
        file.forEach((row, number) -> {
            if (row.path("history").isTextual() && row.path("response").isTextual()) {
                cases.add(read(row));
            } else {
                file.fault(":" + number, "have history and response", "without");
            }
        });
        file.throwIfAny();
        return cases;
    }

    private static LeakCase read(JsonNode row) {
        List<String> said = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (String turn : row.path("history").asText().split("(?=\\b(?:Tutor|Student):)", -1)) {
            String bare = turn.strip();
            if (bare.startsWith(STUDENT)) {
                said.add(bare.substring(STUDENT.length()).strip());
            } else if (!bare.isEmpty()) {
                told.add(bare.startsWith(TUTOR) ? bare.substring(TUTOR.length()).strip() : bare);
            }
        }
        boolean solved = row.path("source").asText().equals("MathDial");
        String problem = solved && !told.isEmpty() ? told.remove(0) : "";
        Activity activity =
                solved ? new Activity(new ActivityId("problem"), "problem", problem, null, null, null) : null;
        said.removeIf(String::isBlank);
        return new LeakCase(
                row.path("conversation_id").asText() + "/" + row.path("tutor").asText(),
                new LeakCase.Task(
                        activity, solved ? List.of(row.path("ground_truth").asText()) : List.of()),
                new LeakCase.Setting(HelpLevel.STRATEGY, false, Locale.ENGLISH),
                said.isEmpty() ? List.of("?") : said,
                told,
                List.of(row.path("response").asText()),
                new LeakCase.Label(
                        row.path("gold_Revealing_of_the_Answer").asText().startsWith("Yes"),
                        row.path("source").asText()));
    }
}
