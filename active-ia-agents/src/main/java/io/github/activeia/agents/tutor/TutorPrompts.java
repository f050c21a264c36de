package io.github.activeia.agents.tutor;

import io.github.activeia.agents.tutor.TutorRequest.Reading;
import io.github.activeia.agents.writing.Languages;
import io.github.activeia.agents.writing.Phrase;
import io.github.activeia.agents.writing.PromptFile;
import io.github.activeia.agents.writing.Prompted;
import io.github.activeia.core.Activity;
import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.TutorMode;
import io.github.activeia.core.knowledge.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tutor's prompt in a fixed order: first what never changes, so that providers can cache it, then language, level and mode,
 * then the delimited data, and the message last. Thread-safe.
 */
final class TutorPrompts {
    /** Whatever looks like one of our delimiters within data. */
    private static final Pattern DELIMITER = Pattern.compile(
            "(?iU)[<\uFE64\uFF1C]([\\s\\p{Cf}]*/?[\\s\\p{Cf}]*(?:pasaje|passage|historial|history|mensaje|message)\\b)");

    private final PromptFile spanish = PromptFile.load("tutor.es.v1");
    private final PromptFile english = PromptFile.load("tutor.en.v1");

    Prompted prompt(TutorRequest request, List<String> faults) {
        PromptFile file = request.locale().getLanguage().equals("en") ? english : spanish;
        return Prompted.from(file, system(file, request), user(file, request, faults));
    }

    private static String system(PromptFile file, TutorRequest request) {
        List<String> parts = new ArrayList<>();
        parts.add(file.section("rules"));
        parts.add(file.section("language." + Languages.of(request.locale())));
        parts.add(file.section(level(request)));
        parts.add(file.section(mode(request.reading())));
        if (request.reading().strict()) {
            parts.add(file.section("strict"));
        }
        if (request.policy().requireJustification()) {
            parts.add(file.section("justify"));
        }
        return String.join("\n\n", parts);
    }

    private static String level(TutorRequest request) {
        boolean snippets =
                request.level() == HelpLevel.SPECIFIC && request.policy().allowCodeSnippets();
        return "level." + request.level().number() + (snippets ? ".snippets" : "");
    }

    private static String mode(Reading reading) {
        boolean validate = reading.mode() == TutorMode.SOCRATIC && reading.intent() == CognitiveIntent.VALIDATE;
        return "mode." + reading.mode().name().toLowerCase(Locale.ROOT) + (validate ? ".validate" : "");
    }

    private static String user(PromptFile file, TutorRequest request, List<String> faults) {
        String none = file.section("none");
        String user = new Phrase(file.section("frame"))
                .with("activity", activity(request.activity(), none))
                .with("asked", data(request.conversation().tutorQuestion(), none))
                .with("history", data(String.join("\n", request.conversation().studentMessages()), none))
                .with("passages", passages(request, none))
                .with("message", data(request.question(), none))
                .text();
        if (faults.isEmpty()) {
            return user;
        }
        String again = new Phrase(file.section("again"))
                .with("faults", String.join("; ", faults))
                .text();
        return user + "\n\n" + again;
    }

    private static String activity(@Nullable Activity activity, String none) {
        return activity == null ? none : data(activity.title() + ". " + activity.instructions(), none);
    }

    private static String passages(TutorRequest request, String none) {
        String tag = request.locale().getLanguage().equals("en") ? "passage" : "pasaje";
        List<String> blocks = new ArrayList<>();
        for (int n = 1; n <= request.passages().size(); n++) {
            Passage passage = request.passages().get(n - 1);
            blocks.add("<" + tag + " id=\"" + n + "\">\n"
                    + data(passage.document().title(), none) + "\n" + data(passage.text(), none) + "\n</" + tag + ">");
        }
        return blocks.isEmpty() ? none : String.join("\n", blocks);
    }

    /** Data cannot close its own delimiter. */
    private static String data(@Nullable String text, String none) {
        return text == null || text.isBlank()
                ? none
                : DELIMITER.matcher(text.strip()).replaceAll("‹$1");
    }
}
