package io.github.activeia.agents.tutor;

import io.github.activeia.agents.writing.Phrase;
import io.github.activeia.agents.writing.PromptFile;
import io.github.activeia.agents.writing.TokenEstimate;
import io.github.activeia.core.knowledge.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The data of one prompt, block after block; what there is none of takes no room. Confined to one thread. */
final class PromptData {
    /** How much of the student's work is shown, in tokens. */
    static final int WORK_BUDGET = 1_500;

    private static final int LONGEST_LINE = 300;

    /** Whatever looks like one of our delimiters within data. */
    private static final Pattern DELIMITER = Pattern.compile(
            "(?iU)[<\uFE64\uFF1C]([\\s\\p{Cf}]*/?[\\s\\p{Cf}]*(?:pasaje|passage|historial|history|mensaje|message|"
                    + "consigna|assignment|pista|hint|trabajo|work|docente|teacher)\\b)");

    private final PromptFile file;
    private final Locale locale;
    private final List<String> blocks = new ArrayList<>();

    PromptData(PromptFile file, Locale locale) {
        this.file = file;
        this.locale = locale;
    }

    /** Returns a text that cannot close its own delimiter. */
    static String fenced(String text) {
        String bare = text.strip();
        return hasOpening(bare) ? DELIMITER.matcher(bare).replaceAll("‹$1") : bare;
    }

    private static boolean hasOpening(String text) {
        return text.indexOf('<') >= 0 || text.indexOf('\uFE64') >= 0 || text.indexOf('\uFF1C') >= 0;
    }

    /** Adds a block, unless there is nothing to put into it. */
    void add(String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            blocks.add(new Phrase(file.section("data." + name))
                    .with("text", fenced(text))
                    .text());
        }
    }

    void addPassages(List<Passage> passages) {
        List<String> pieces = new ArrayList<>();
        for (int n = 1; n <= passages.size(); n++) {
            Passage passage = passages.get(n - 1);
            pieces.add(new Phrase(file.section("data.passage"))
                    .with("id", String.valueOf(n))
                    .with("type", passage.document().contentType().value())
                    .with("title", fenced(passage.document().title()))
                    .with("text", fenced(passage.text()))
                    .text());
        }
        blocks.add(
                pieces.isEmpty()
                        ? file.section("data.nothing")
                        : file.section("data.passages") + "\n" + String.join("\n", pieces));
    }

    /** Numbers the lines; those that there is no room for are counted. */
    void addWork(@Nullable String work) {
        if (work == null) {
            return;
        }
        List<String> lines = OwnWork.of(work).lines();
        StringBuilder shown = new StringBuilder();
        int left = TokenEstimate.characters(WORK_BUDGET, locale);
        int next = 1;
        while (next <= lines.size() && left > 0) {
            String line = numbered(next, lines.get(next - 1));
            left -= line.length();
            if (left > 0 || next == 1) {
                shown.append(line);
                next++;
            }
        }
        if (next <= lines.size()) {
            shown.append(new Phrase(file.section("work.more"))
                    .with("from", String.valueOf(next))
                    .with("to", String.valueOf(lines.size()))
                    .text());
        }
        blocks.add(new Phrase(file.section("data.work"))
                .with("text", fenced(shown.toString()))
                .text());
    }

    String text() {
        return String.join("\n\n", blocks);
    }

    private static String numbered(int number, String line) {
        String kept = line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 1) + "…";
        return number + "| " + kept + "\n";
    }
}
