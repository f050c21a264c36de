package io.github.activeia.agents.gateway;

import io.github.activeia.agents.admission.Refusal;
import io.github.activeia.agents.gatekeeper.Assessment;
import io.github.activeia.agents.gatekeeper.Gatekeeper;
import io.github.activeia.agents.gatekeeper.GatekeeperRequest;
import io.github.activeia.agents.knowledge.Retrieval;
import io.github.activeia.agents.knowledge.RetrievalRequest;
import io.github.activeia.agents.knowledge.Retrieved;
import io.github.activeia.agents.leak.StatedResult;
import io.github.activeia.agents.risk.RiskReport;
import io.github.activeia.agents.scaffolding.AttemptOutcome;
import io.github.activeia.agents.scaffolding.AttemptReader;
import io.github.activeia.agents.scaffolding.Happening;
import io.github.activeia.agents.scaffolding.LevelChange;
import io.github.activeia.agents.scaffolding.Observation;
import io.github.activeia.agents.scaffolding.Scaffolding.Circumstances;
import io.github.activeia.agents.scaffolding.TopicProgress;
import io.github.activeia.agents.session.ActivityKey;
import io.github.activeia.agents.session.ActivityState;
import io.github.activeia.agents.session.SessionState;
import io.github.activeia.agents.writing.Languages;
import io.github.activeia.agents.writing.Variation;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.Outcome;
import io.github.activeia.core.Question;
import io.github.activeia.core.Reply;
import io.github.activeia.core.ReplyEvent;
import io.github.activeia.core.ReplyStage;
import io.github.activeia.core.RiskLevel;
import io.github.activeia.core.Route;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The path of one question: admit → gatekeeper → (block, escalate) → retrieve → scaffold → tutor or fallback → safety → trace →
 * reply. It keeps no state; what it remembers is behind the session store. Thread-safe.
 */
public final class Gateway {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    private final Settings settings;
    private final Reception reception;
    private final Danger danger;
    private final Courtesy courtesies = new Courtesy();
    private final Gatekeeper gatekeeper;
    private final AttemptReader attempts = AttemptReader.load();
    private final Memory memory;
    private final Progression progression;
    private final Retrieval retrieval;
    private final Speech speech;
    private final StatedResult results;
    private final Writing writing;
    private final Closing closing;
    private final Risks risks;

    /** Creates the gateway; loads lexica, texts and prompts, so keep the instance. */
    public Gateway(Ports ports, Settings settings) {
        this.settings = settings;
        this.gatekeeper = settings.gatekeeper();
        this.reception = new Reception(ports.activities(), settings);
        this.danger = new Danger(settings);
        this.memory = new Memory(ports.sessions());
        this.progression = new Progression(ports.progress(), ports.progressListeners());
        this.retrieval = new Retrieval(ports.knowledge());
        this.results = new StatedResult(ports.solutions());
        this.speech = new Speech(settings.helpline());
        this.writing = new Writing(ports, speech, settings.instructions());
        this.closing = new Closing(ports, settings.budgets());
        this.risks = new Risks(settings.risk(), memory);
    }

    /**
     * Answers a question. A step that breaks unexpectedly ends in a reply that says the tutor is not available.
     *
     * @throws io.github.activeia.core.InvalidValueException if the question names no course and there is no default one
     */
    public Reply ask(Question question) {
        return ask(question, Voice.silent());
    }

    /** Answers a question, and tells of the reply while it is made; otherwise like {@link #ask(Question)}. */
    public Reply ask(Question question, Consumer<ReplyEvent> listener) {
        return ask(question, new Voice(listener));
    }

    private Reply ask(Question question, Voice voice) {
        Inquiry inquiry = reception.open(question);
        Journal journal = new Journal(settings.time().ticker(), voice);
        Reply reply;
        try {
            reply = admitted(inquiry, journal);
        } catch (RuntimeException broken) {
            LOG.error("The question of trace {} broke a step", inquiry.traceId(), broken);
            voice.restart();
            reply = unread(inquiry, speech.failed(screen(inquiry)), Outcome.UNAVAILABLE, journal);
        }
        voice.finish(reply.text());
        return reply;
    }

    /** Notes an attempt that the host saw, and returns the help level that the next reply starts from. */
    public HelpLevel attempt(StudentId student, CourseId course, ActivityId activity, AttemptOutcome outcome) {
        Inquiry inquiry = reception.open(new Question(outcome.value(), student, course, activity, null, null));
        Happening happening = outcome == AttemptOutcome.FAILED ? Happening.FAILED_ATTEMPT : Happening.PROGRESS;
        return scaffold(inquiry, happening, Observation.Source.HOST).after();
    }

    private LevelChange scaffold(Inquiry inquiry, Happening happening, Observation.Source source) {
        TopicProgress known = progression.after(happening, inquiry, source);
        Circumstances circumstances = new Circumstances(inquiry.policy(), inquiry.at(), known);
        LevelChange change = memory.scaffold(inquiry.keys().activity(), happening, circumstances);
        progression.moved(inquiry, change, known);
        return change;
    }

    private Reply admitted(Inquiry inquiry, Journal journal) {
        Optional<Refusal> refusal = journal.take("admission", () -> admit(inquiry));
        if (refusal.isPresent()) {
            return refused(inquiry, refusal.get(), journal);
        }
        Understood understood = journal.take("gatekeeper", () -> understand(inquiry));
        remember(understood);
        journal.voice().restoring(understood.assessment().sanitized()::restore);
        if (understood.courtesy() != null) {
            return finish(understood, writing.courteous(understood, understood.courtesy()), journal);
        }
        return switch (understood.assessment().route()) {
            case BLOCK -> block(understood, journal);
            case ESCALATE -> escalate(understood, journal);
            case TUTOR, FALLBACK -> help(understood, journal);
        };
    }

    private Reply refused(Inquiry inquiry, Refusal refusal, Journal journal) {
        Danger.Heard heard = danger.in(inquiry, refusal, journal);
        if (heard.endangered().isPresent()) {
            Understood understood = heard.endangered().get();
            return told(understood, writing.endangered(understood), journal, null);
        }
        // Nothing is remembered of a refused question, so that what it says is all that can vary the words.
        Variation variation = new Variation(inquiry.question().text().hashCode(), 0);
        String text = heard.distressed() && !refusal.failed()
                ? speech.distressed(screen(inquiry), variation)
                : speech.refused(refusal, screen(inquiry), variation);
        return unread(inquiry, text, refusal.reason().outcome(), journal);
    }

    private Noted<Optional<Refusal>> admit(Inquiry inquiry) {
        Question question = inquiry.question();
        Optional<Refusal> refusal = inquiry.blind()
                ? Optional.of(new Refusal(Refusal.Reason.EXAM_LOCK, true, null))
                : settings.admission().refuse(inquiry.admission(), question.text());
        return new Noted<>(
                refusal,
                refusal.isEmpty() ? "admitted" : "refused",
                inquiry.blind() ? "the activity's policy or its institution is unknown" : "",
                Evidence.of(refusal.orElse(null)).add("unknown_activity", inquiry.isLost() ? true : null));
    }

    private Noted<Understood> understand(Inquiry inquiry) {
        Question question = inquiry.question();
        SessionState session = memory.session(inquiry.keys().session());
        int delegations = memory.activity(inquiry.keys().activity()).delegations();
        GatekeeperRequest.History history = new GatekeeperRequest.History(
                delegations, session.frustrations(), session.studentMessages(), session.tutorQuestion());
        Assessment assessment = gatekeeper.assess(new GatekeeperRequest(
                question.text(), spoken(inquiry, session), inquiry.activity(), history, inquiry.policy()));
        Locale locale = Languages.of(assessment.language(), question.locale(), settings.locale());
        ShownWork work = ShownWork.of(question, gatekeeper);
        boolean harmless = assessment.risk() != RiskLevel.CRITICAL && work.text() == null;
        String courtesy =
                harmless ? courtesies.of(assessment.sanitized().text()).orElse(null) : null;
        return new Noted<>(
                new Understood(inquiry, assessment, session, locale, work, courtesy),
                assessment.route().value(),
                "intent " + assessment.intent().value() + ", risk "
                        + assessment.risk().value(),
                Evidence.of(assessment).add("work", Evidence.of(work)));
    }

    private void remember(Understood understood) {
        Inquiry.Keys keys = understood.inquiry().keys();
        boolean courteous = understood.courtesy() != null;
        boolean frustrated = !courteous && understood.assessment().intent() == CognitiveIntent.FRUSTRATION;
        memory.update(keys.session(), state -> {
            Inquiry inquiry = understood.inquiry();
            SessionState heard = state.heard(inquiry.traceId(), understood.text(), inquiry.at());
            return frustrated && heard.turns() > state.turns() ? heard.frustrated() : heard;
        });
        if (!courteous && understood.assessment().delegates()) {
            memory.update(keys.activity(), ActivityState::delegated);
        }
    }

    private Reply block(Understood understood, Journal journal) {
        List<Passage> pointers = List.of();
        if (!understood.attacks()) {
            Retrieved retrieved = journal.take("retrieve", () -> retrieve(understood));
            pointers = retrieved.result().sufficient() ? retrieved.result().passages() : List.of();
        }
        return finish(understood, writing.block(understood, pointers), journal);
    }

    private Reply escalate(Understood understood, Journal journal) {
        return finish(understood, writing.escalate(understood), journal);
    }

    private Reply help(Understood understood, Journal journal) {
        journal.voice().stage(ReplyStage.SEARCHING);
        Retrieved retrieved = journal.take("retrieve", () -> retrieve(understood));
        journal.voice().stage(ReplyStage.THINKING);
        LevelChange change = journal.take("scaffold", () -> scaffold(understood));
        Help help = Help.decide(understood, retrieved, change, happening(understood) == Happening.PROGRESS);
        if (help.route() == Route.FALLBACK) {
            return finish(understood, writing.fallback(understood, help, journal), journal);
        }
        Spoken spoken = writing.tutor(understood, help, journal);
        double involvement = Involvement.of(understood, help.level(), spoken);
        ActivityKey key = understood.inquiry().keys().activity();
        memory.update(key, state -> {
            ActivityState involved =
                    (help.hint() == null ? state : state.given(help.hint().index())).involved(involvement);
            return help.level() == HelpLevel.ORIENT ? involved : involved.hinted();
        });
        return finish(understood, spoken, journal, involvement);
    }

    private Noted<Retrieved> retrieve(Understood understood) {
        Retrieved found = retrieval.retrieve(new RetrievalRequest(
                understood.text(),
                understood.inquiry().course(),
                understood.inquiry().activity(),
                about(understood),
                understood.session().studentMessages(),
                progression.difficulty(understood.inquiry())));
        Inspected inspected = Inspected.of(found, gatekeeper);
        Retrieved retrieved = inspected.retrieved();
        String decision =
                retrieved.outage() != null ? "outage" : retrieved.result().sufficient() ? "sufficient" : "insufficient";
        String why = retrieved.outage() != null ? "the material could not be reached" : "";
        boolean nothing = found.outage() == null && found.result().passages().isEmpty();
        return new Noted<>(
                retrieved, decision, why, Evidence.of(inspected).add("nothing_found", nothing ? true : null));
    }

    private Noted<LevelChange> scaffold(Understood understood) {
        Happening happening = happening(understood);
        LevelChange change = scaffold(understood.inquiry(), happening, Observation.Source.MESSAGE);
        return new Noted<>(change, "level " + change.after().number(), change.why(), Evidence.of(change, happening));
    }

    private Happening happening(Understood understood) {
        Assessment assessment = understood.assessment();
        Happening read = assessment.delegates()
                ? Happening.NEITHER
                : attempts.read(understood.text(), understood.showsWork(), assessment.state());
        return read == Happening.PROGRESS && isElsewhere(understood) ? Happening.NEITHER : read;
    }

    /** Who came to another result than the stored solutions has not got ahead. The reply says nothing of it: the index is for safety. */
    private boolean isElsewhere(Understood understood) {
        Inquiry inquiry = understood.inquiry();
        try {
            return inquiry.activity() != null
                    && results.differs(understood.text(), inquiry.course(), inquiry.activity());
        } catch (RuntimeException failure) {
            LOG.warn(
                    "The stored solutions could not be read: {}",
                    failure.getClass().getName());
            return false;
        }
    }

    private RetrievalRequest.About about(Understood understood) {
        if (understood.showsWork() || attempts.speaksOfFailure(understood.text()) || understood.answers()) {
            return RetrievalRequest.About.OWN_WORK;
        }
        if (understood.assessment().intent() == CognitiveIntent.EXPLORATION) {
            return RetrievalRequest.About.CONCEPT;
        }
        return understood.session().tutorQuestion() != null || understood.namesActivity()
                ? RetrievalRequest.About.CONVERSATION
                : RetrievalRequest.About.ACTIVITY;
    }

    private Reply finish(Understood understood, Spoken spoken, Journal journal) {
        return finish(understood, spoken, journal, null);
    }

    private Reply finish(Understood understood, Spoken spoken, Journal journal, @Nullable Double involvement) {
        String asked = LastQuestion.in(spoken.body());
        Inquiry inquiry = understood.inquiry();
        memory.update(
                inquiry.keys().session(),
                state -> state.answered(inquiry.traceId(), spoken.body(), asked, inquiry.at()));
        return told(understood, spoken, journal, involvement);
    }

    private Reply told(Understood understood, Spoken spoken, Journal journal, @Nullable Double involvement) {
        RiskReport risk = risks.analyse(understood, spoken, journal, involvement);
        Reply reply = closing.close(understood.inquiry(), understood.text(), spoken, journal, involvement);
        risks.tell(risk);
        return reply.saying(understood.assessment().sanitized().restore(reply.text()));
    }

    private Reply unread(Inquiry inquiry, String text, Outcome outcome, Journal journal) {
        Spoken spoken = Spoken.fixed(text, outcome, Spoken.notRead(), screen(inquiry));
        return closing.close(inquiry, "", spoken, journal, null);
    }

    /** The language that a student has spoken so far holds for a message that does not tell, such as "thanks", unless the host says which. */
    private Locale spoken(Inquiry inquiry, SessionState session) {
        Locale screen = screen(inquiry);
        return inquiry.question().locale() != null || session.studentMessages().isEmpty()
                ? screen
                : gatekeeper.language(String.join("\n", session.studentMessages()), screen);
    }

    private Locale screen(Inquiry inquiry) {
        return Languages.screen(inquiry.question().locale(), settings.locale());
    }
}
