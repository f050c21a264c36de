package io.github.activeia.agents.gatekeeper;

import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.CognitiveState;
import io.github.activeia.core.RiskLevel;
import io.github.activeia.core.TutorMode;
import io.github.activeia.core.privacy.CodeSpans;
import io.github.activeia.core.privacy.PiiRedactor;
import io.github.activeia.core.privacy.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Decides how to help: what a student wants, how risky the message is and where it goes, each with the evidence for it, and takes personal
 * data and injected instructions out of the text. It reads with word lists, rules and a small classifier, needs no language model, and
 * gives the same answer to the same request every time. Thread-safe; time is linear in the message.
 *
 * <pre>{@code
 * Assessment assessment = Gatekeeper.rules().assess(GatekeeperRequest.of("haceme el tp entero"));
 * assessment.route();
 * }</pre>
 *
 * <p>A message that shows danger to a person is {@link RiskLevel#CRITICAL}, but is answered by a person and not by a refusal: its route is
 * {@code ESCALATE} and its restrictions hold {@code danger}. Every other critical message is blocked. None reaches the tutor.
 */
public final class Gatekeeper {
    private static final int TOO_LITTLE = 3;

    private final Lexicon lexicon;
    private final PiiRedactor redactor;
    private final InjectionDetector injections;
    private final LanguageGuess languages;
    private final int personal;
    private final int asking;

    private Gatekeeper(PiiRedactor redactor) {
        this.lexicon = Lexicon.load();
        this.redactor = redactor;
        this.injections = new InjectionDetector(lexicon);
        this.personal = lexicon.set("personal");
        this.asking = lexicon.set("asking");
        this.languages = new LanguageGuess(LexiconFile.load("languages.txt"));
    }

    /** Returns a gatekeeper with the shipped lexicon and {@link PiiRedactor#defaults()}. Loads the lexicon: keep the instance. */
    public static Gatekeeper rules() {
        return new Gatekeeper(PiiRedactor.defaults());
    }

    /** Returns a gatekeeper with the shipped lexicon and a redactor that, for example, knows the course's roster. */
    public static Gatekeeper rules(PiiRedactor redactor) {
        return new Gatekeeper(redactor);
    }

    /** Reads a message. A message without any word is HELP in CLARIFYING mode. */
    public Assessment assess(GatekeeperRequest request) {
        String message = request.message();
        Redaction redaction = redactor.redact(message);
        CodeSpans code = CodeSpans.of(message);
        Words words = lexicon.read(message, code, false);
        Evidence evidence = new Evidence(lexicon.match(words));
        List<Quotes.Span> quotes = Quotes.in(message);
        Reading reading = new Reading(
                words,
                evidence,
                Delegation.of(evidence, words, quotes),
                Affect.of(evidence, isAboutCourse(evidence, words)),
                injections.detect(message, code, quotes),
                isImpersonal(words),
                code.lines());
        return decide(request, reading, redaction);
    }

    /**
     * Reads a text that nobody typed to the tutor: a retrieved passage, a pasted file. Its evidence is without personal data. Time is
     * linear in the text.
     */
    public MaterialReport inspect(String material) {
        Injection injection = injections.inspect(material);
        List<Assessment.Signal> signals =
                injection.attacks() ? signals(injection, material, redactor.redact(material)) : List.of();
        return new MaterialReport(injection.attacks(), injection.probability(), signals);
    }

    private boolean isAboutCourse(Evidence evidence, Words words) {
        int deliverable = lexicon.set("deliverable");
        int course = lexicon.set("course");
        return !evidence.all("help", "validate", "delegation").isEmpty()
                || words.tokens().stream().anyMatch(t -> t.isIn(deliverable) || t.isIn(course));
    }

    /** A question, or words that begin like one, without a word of the student's own or of a task. */
    private boolean isImpersonal(Words words) {
        if (words.size() < TOO_LITTLE) {
            return false;
        }
        boolean asks = !words.questions().isEmpty() || words.get(0).isIn(asking);
        return asks && words.tokens().stream().noneMatch(t -> t.isIn(personal));
    }

    private Assessment decide(GatekeeperRequest request, Reading reading, Redaction redaction) {
        Map<CognitiveIntent, Double> scores = reading.weigh();
        CognitiveIntent intent = reading.intent(scores);
        CognitiveState state = reading.state(intent);
        RiskTable.Decision decision = RiskTable.decide(request, reading, intent);
        TutorMode mode = mode(request, reading, intent, state, decision);
        Locale language = languages.of(reading.words(), request.locale());
        return new Assessment(
                intent,
                IntentReader.confidence(scores, intent),
                state,
                decision.risk(),
                decision.route(),
                mode,
                reading.delegation().structured(),
                decision.restrictions(),
                signals(request.message(), reading, redaction),
                Sanitizer.neutralise(
                        request.message(), redaction, reading.injection().spans()),
                language);
    }

    private static TutorMode mode(
            GatekeeperRequest request,
            Reading reading,
            CognitiveIntent intent,
            CognitiveState state,
            RiskTable.Decision decision) {
        if (decision.restrictions().contains(RiskTable.STRICT)) {
            return TutorMode.SOCRATIC;
        }
        if (reading.hasTooLittle(request.history(), TOO_LITTLE)) {
            return TutorMode.CLARIFYING;
        }
        return switch (intent) {
            case SOLUTION, VALIDATE -> TutorMode.SOCRATIC;
            case FRUSTRATION -> TutorMode.EMPATHETIC;
            case EXPLORATION -> TutorMode.EXPLANATORY;
            case HELP -> repeatsFailure(request, state) ? TutorMode.METACOGNITIVE : TutorMode.GUIDED;
        };
    }

    /** Stuck, and it is not the first message about it. */
    private static boolean repeatsFailure(GatekeeperRequest request, CognitiveState state) {
        return state == CognitiveState.STUCK
                && request.history().studentMessages().size() >= 2;
    }

    private static List<Assessment.Signal> signals(String message, Reading reading, Redaction redaction) {
        List<Assessment.Signal> signals = new ArrayList<>();
        for (Hit hit : reading.evidenceShown()) {
            String words = Sanitizer.slice(message, redaction, hit.start(), hit.end());
            signals.add(new Assessment.Signal(
                    hit.rule().kind(), hit.rule().id(), words, hit.rule().score()));
        }
        signals.addAll(signals(reading.injection(), message, redaction));
        return signals;
    }

    private static List<Assessment.Signal> signals(Injection injection, String text, Redaction redaction) {
        List<Assessment.Signal> signals = new ArrayList<>();
        for (InjectionDetector.Finding finding : injection.findings()) {
            String words = Sanitizer.slice(text, redaction, finding.start(), finding.end());
            signals.add(new Assessment.Signal("injection", finding.rule(), words, finding.score()));
        }
        return signals;
    }
}
