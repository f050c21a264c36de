package io.github.activeia.agents.fallback;

import io.github.activeia.agents.writing.Author;
import io.github.activeia.agents.writing.Composed;
import io.github.activeia.agents.writing.Languages;
import io.github.activeia.agents.writing.Phrase;
import io.github.activeia.agents.writing.PromptFile;
import io.github.activeia.agents.writing.Prompted;
import io.github.activeia.agents.writing.Texts;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes where the course's material does not suffice. Thread-safe. */
public final class Fallback {
    private static final Pattern DELIMITER =
            Pattern.compile("(?iU)[<\uFE64\uFF1C]([\\s\\p{Cf}]*/?[\\s\\p{Cf}]*(?:mensaje|message)\\b)");

    private final Texts texts = Texts.named("fallback");
    private final PromptFile spanish = PromptFile.load("fallback.es.v2");
    private final PromptFile english = PromptFile.load("fallback.en.v2");

    /** Returns the author of one reply. */
    public Author author(FallbackRequest request) {
        return new Author() {
            @Override
            public Prompted prompt(List<String> faults) {
                return Fallback.this.prompt(request, faults);
            }

            @Override
            public Composed compose() {
                return Fallback.this.compose(request);
            }

            @Override
            public Composed plain() {
                return Fallback.this.compose(request.bare());
            }
        };
    }

    /** The rules are the same for everybody who reads one language, and the message is last. */
    private Prompted prompt(FallbackRequest request, List<String> faults) {
        PromptFile file = request.locale().getLanguage().equals("en") ? english : spanish;
        String system = file.section("rules") + "\n\n" + file.section("language." + Languages.of(request.locale()));
        String again = faults.isEmpty()
                ? ""
                : new Phrase(file.section("again"))
                                .with("faults", String.join("; ", faults))
                                .text() + "\n\n";
        String message = new Phrase(file.section("message"))
                .with("message", DELIMITER.matcher(request.question().strip()).replaceAll("‹$1"))
                .text();
        return Prompted.from(file, system, again + message);
    }

    /** Says that it is not covered, what comes nearest, how to go about it in general, and where to ask. */
    private Composed compose(FallbackRequest request) {
        if (request.outage()) {
            return new Composed(say("outage", request), "outage", Map.of());
        }
        String uncovered = request.circumstances().foreign() ? "uncovered.foreign" : "uncovered";
        String general = request.circumstances().subject().of("general");
        if (request.topics().isEmpty()) {
            return new Composed(
                    say(uncovered, request) + "\n\n" + say(general, request) + "\n\n" + say("reformulate", request),
                    uncovered + " " + general + " reformulate",
                    Map.of());
        }
        return new Composed(
                say(uncovered, request) + " " + nearest(request) + "\n\n" + say(general, request) + "\n\n"
                        + say("reformulate.near", request),
                uncovered + " " + slot(request) + " " + general + " reformulate.near",
                Map.of());
    }

    /** Returns a sentence that names what is nearest in the course; empty where nothing is. */
    public String nearest(FallbackRequest request) {
        return request.topics().isEmpty()
                ? ""
                : texts.phrase(slot(request), request.locale(), request.variation())
                        .with("topics", join(request))
                        .text();
    }

    private static String slot(FallbackRequest request) {
        return request.topics().size() == 1 ? "nearest.one" : "nearest.many";
    }

    private String say(String slot, FallbackRequest request) {
        return texts.phrase(slot, request.locale(), request.variation()).text();
    }

    private String join(FallbackRequest request) {
        List<String> titles =
                request.topics().stream().map(title -> "*" + title + "*").toList();
        if (titles.size() == 1) {
            return titles.get(0);
        }
        String last = titles.get(titles.size() - 1);
        String and = say(startsWithI(last) ? "and.i" : "and", request);
        return String.join(", ", titles.subList(0, titles.size() - 1)) + " " + and + " " + last;
    }

    /** Spanish "y" becomes "e" before the sound of i. */
    private static boolean startsWithI(String title) {
        return Pattern.compile("(?iU)^[*«¿¡]*h?[ií](?![aeoáéó]).*")
                .matcher(title)
                .matches();
    }
}
