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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes the tutor's prompt in a fixed order, so that providers can cache its beginning: the rules, which are the same for everybody who
 * reads one language; then how the language is spoken and what the teacher asks for in the course; then level and mode; then the data,
 * each within its delimiters, and the message last. Thread-safe.
 */
final class TutorPrompts {
    private final PromptFile spanish = PromptFile.load("tutor.es.v2");
    private final PromptFile english = PromptFile.load("tutor.en.v2");

    Prompted prompt(TutorRequest request, List<String> faults) {
        PromptFile file = file(request.locale());
        return Prompted.from(file, system(file, request), user(file, request, faults));
    }

    /** Returns the file of a language. */
    PromptFile file(Locale locale) {
        return locale.getLanguage().equals("en") ? english : spanish;
    }

    private static String system(PromptFile file, TutorRequest request) {
        List<String> parts = new ArrayList<>();
        parts.add(file.section("rules"));
        parts.add(file.section("language." + Languages.of(request.locale())));
        if (!request.teacher().instructions().isEmpty()) {
            String said = String.join("\n\n", request.teacher().instructions());
            parts.add(new Phrase(file.section("teacher"))
                    .with("instructions", PromptData.fenced(said))
                    .text());
        }
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
        PromptData data = new PromptData(file, request.locale());
        Activity activity = request.activity();
        data.add("activity", activity == null ? null : activity.title() + ". " + activity.instructions());
        data.add("hint", request.reading().strict() ? null : request.teacher().hint());
        data.addPassages(request.passages());
        data.add("history", new History(file, request.locale()).text(request.conversation()));
        data.add("asked", request.conversation().tutorQuestion());
        data.addWork(request.work());
        data.add("again", String.join("; ", faults));
        data.add("message", request.question());
        return data.text();
    }
}
