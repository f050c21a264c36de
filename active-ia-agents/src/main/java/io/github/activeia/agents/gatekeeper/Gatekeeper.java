package io.github.activeia.agents.gatekeeper;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.CognitiveState;
import io.github.activeia.core.RiskLevel;
import io.github.activeia.core.TutorMode;
import io.github.activeia.core.privacy.PiiRedactor;
import io.github.activeia.core.privacy.Redaction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Decides how to help: what a student wants, how risky the message is and where it goes, each with the evidence for it, and takes personal
 * data and injected instructions out of the text. Rules over word lists, and a classifier that has learnt from example messages, read the
 * words; an embedder, where a host gives one, reads the meaning; a local model, where a host gives one, is asked only when the two
 * likeliest intents are close. Without a model, the same request gives the same answer every time. Thread-safe; time is linear in the
 * message.
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

    private static final int KEPT = 1_000;

    private final GatekeeperSources sources;
    private final Cache<Passage, MaterialReport> passages =
            Caffeine.newBuilder().maximumSize(KEPT).executor(Runnable::run).build();
    private volatile Learnt learnt;

    Gatekeeper(GatekeeperSources sources) {
        this.sources = sources;
        this.learnt = sources.load();
    }

    /** Returns a gatekeeper with what the library ships and {@link PiiRedactor#defaults()}. Loads word lists: keep the instance. */
    public static Gatekeeper rules() {
        return builder().build();
    }

    /** Returns a gatekeeper with what the library ships and a redactor that, for example, knows the course's roster. */
    public static Gatekeeper rules(PiiRedactor redactor) {
        return builder().redactor(redactor).build();
    }

    /** Starts a gatekeeper with settings. */
    public static GatekeeperBuilder builder() {
        return new GatekeeperBuilder();
    }

    /**
     * Reads the host's word lists, rules and examples again, and decides by them from then on. Requests that are being read meanwhile
     * are not disturbed. Learning from changed examples takes seconds.
     *
     * @throws io.github.activeia.core.ConfigurationException with every line that is wrong; then what was known stays in force
     */
    public void reload() {
        learnt = sources.load();
    }

    /** Reads a message. A message without any word is HELP in CLARIFYING mode. */
    public Assessment assess(GatekeeperRequest request) {
        Learnt now = learnt;
        String message = request.message();
        Redaction redaction = sources.redactor().redact(message);
        Reading reading = now.reader().read(message);
        Judge.Finding finding = now.judge().judge(redaction.text(), reading, request.history());
        boolean settled = reading.isCritical() || reading.isWordless();
        IntentDistribution wanted =
                settled ? finding.wanted() : sources.tieBreak().settle(finding.wanted(), redaction.text());
        RiskTable.Decision decision = RiskTable.decide(request, reading, wanted);
        CognitiveIntent intent = reading.intent(wanted);
        CognitiveState state = reading.state(intent);
        return new Assessment(
                intent,
                wanted.probability(intent),
                state,
                decision.risk(),
                decision.route(),
                mode(request, reading, wanted, decision),
                wanted.delegates(),
                decision.restrictions(),
                new Signals(message, redaction, reading).with(finding, wanted),
                Sanitizer.neutralise(message, redaction, reading.injection().spans()),
                now.languages().of(reading.words(), request.locale()));
    }

    /**
     * Looks in a message for danger to a person and for nothing else, by words and rules alone: no classifier, no embedder and no model.
     * Time is linear in the message.
     *
     * @return the assessment of a message that shows danger, whose intent is FRUSTRATION with confidence 0, because it was not judged;
     *     otherwise empty
     */
    public Optional<Assessment> danger(GatekeeperRequest request) {
        Learnt now = learnt;
        Reading reading = now.reader().readIntent(request.message());
        if (!reading.affect().danger()) {
            return Optional.empty();
        }
        Redaction redaction = sources.redactor().redact(request.message());
        IntentDistribution unknown = new IntentDistribution(CognitiveIntent.FRUSTRATION, Map.of());
        RiskTable.Decision decision = RiskTable.decide(request, reading, unknown);
        return Optional.of(new Assessment(
                unknown.intent(),
                0,
                reading.state(unknown.intent()),
                decision.risk(),
                decision.route(),
                TutorMode.EMPATHETIC,
                false,
                decision.restrictions(),
                new Signals(request.message(), redaction, reading).ofDanger(),
                redaction,
                now.languages().of(reading.words(), request.locale())));
    }

    /**
     * Returns the language of what somebody has written so far, such as the messages of a session: the one that most of its words are of.
     * Time is linear in the text.
     *
     * @param usual where the words do not tell
     */
    public Locale language(String text, Locale usual) {
        Learnt now = learnt;
        return now.languages().of(now.reader().readIntent(text).words(), usual);
    }

    /**
     * Returns whether the words of a message show strong distress, danger or not: by rules alone, like {@link #danger}. It is read for
     * nothing else. Time is linear in the message.
     */
    public boolean distress(String message) {
        Affect affect = learnt.reader().readIntent(message).affect();
        return affect.danger() || affect.isStrong();
    }

    /**
     * Reads a text that nobody typed to the tutor: a retrieved passage, a pasted file. Its evidence is without personal data. Time is
     * linear in the text.
     */
    public MaterialReport inspect(String material) {
        Injection injection = learnt.reader().inspect(material);
        List<Assessment.Signal> signals = injection.attacks()
                ? Signals.of(injection, material, sources.redactor().redact(material))
                : List.of();
        return new MaterialReport(injection.attacks(), injection.probability(), signals);
    }

    /**
     * Reads a passage of the course like {@link #inspect}, and remembers what it found of the last {@value #KEPT} ones, because the same
     * passages come back for many questions. Not for what a student wrote.
     */
    public MaterialReport inspectPassage(String passage) {
        return passages.get(new Passage(learnt, passage), one -> inspect(one.text()));
    }

    /** What was read, by what was known then. */
    private record Passage(Learnt learnt, String text) {}

    /** Takes personal data out of a text as {@link #assess} does with a message. Time is linear in the text. */
    public Redaction redact(String text) {
        return sources.redactor().redact(text);
    }

    private static TutorMode mode(
            GatekeeperRequest request, Reading reading, IntentDistribution wanted, RiskTable.Decision decision) {
        if (decision.restrictions().contains(RiskTable.STRICT)) {
            return TutorMode.SOCRATIC;
        }
        if (reading.hasTooLittle(wanted, request, TOO_LITTLE)) {
            return TutorMode.CLARIFYING;
        }
        CognitiveIntent intent = reading.intent(wanted);
        return switch (intent) {
            case SOLUTION, VALIDATE -> TutorMode.SOCRATIC;
            case FRUSTRATION -> TutorMode.EMPATHETIC;
            case EXPLORATION -> TutorMode.EXPLANATORY;
            case HELP -> repeatsFailure(request, reading.state(intent)) ? TutorMode.METACOGNITIVE : TutorMode.GUIDED;
        };
    }

    /** Stuck, and it is not the first message about it. */
    private static boolean repeatsFailure(GatekeeperRequest request, CognitiveState state) {
        return state == CognitiveState.STUCK
                && request.history().studentMessages().size() >= 2;
    }
}
