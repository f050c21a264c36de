package io.github.activeia.agents.gatekeeper;

import io.github.activeia.core.privacy.CodeSpans;
import java.util.List;

/** Reads what a message holds, before anything is decided. Thread-safe; time is linear in the message. */
final class MessageReader {
    private static final int FEW_WORDS = 3;

    private final Lexicon lexicon;
    private final InjectionDetector injections;
    private final int personal;
    private final int asking;
    private final int deliverable;
    private final int course;

    MessageReader(Lexicon lexicon, InjectionDetector injections) {
        this.lexicon = lexicon;
        this.injections = injections;
        this.personal = lexicon.set("personal");
        this.asking = lexicon.set("asking");
        this.deliverable = lexicon.set("deliverable");
        this.course = lexicon.set("course");
    }

    Reading read(String message) {
        CodeSpans code = CodeSpans.of(message);
        List<Quotes.Span> quotes = Quotes.in(message);
        return read(message, code, quotes, injections.detect(message, code, quotes));
    }

    /** Reads a message of which only the intent matters. */
    Reading readIntent(String message) {
        return read(message, CodeSpans.of(message), Quotes.in(message), Injection.NONE);
    }

    private Reading read(String message, CodeSpans code, List<Quotes.Span> quotes, Injection injection) {
        Words words = lexicon.read(message, code, false);
        Evidence evidence = new Evidence(lexicon.match(words));
        return new Reading(
                words,
                evidence,
                Delegation.of(evidence, words, quotes),
                Affect.of(evidence, isAboutCourse(evidence, words)),
                injection,
                isImpersonal(words),
                code.lines());
    }

    private boolean isAboutCourse(Evidence evidence, Words words) {
        return !evidence.all("help", "validate", "delegation").isEmpty()
                || words.tokens().stream().anyMatch(t -> t.isIn(deliverable) || t.isIn(course));
    }

    /** A question, or words that begin like one, without a word of the student's own or of a task. */
    private boolean isImpersonal(Words words) {
        if (words.size() < FEW_WORDS) {
            return false;
        }
        boolean asks = !words.questions().isEmpty() || words.get(0).isIn(asking);
        return asks && words.tokens().stream().noneMatch(t -> t.isIn(personal));
    }
}
