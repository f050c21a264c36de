package io.github.activeia.agents.gateway;

import io.github.activeia.agents.fallback.Fallback;
import io.github.activeia.agents.fallback.FallbackRequest;
import io.github.activeia.agents.fallback.Subject;
import io.github.activeia.agents.knowledge.Nearness;
import io.github.activeia.agents.safety.SafetyGuard;
import io.github.activeia.agents.session.Turn;
import io.github.activeia.agents.tutor.Tutor;
import io.github.activeia.agents.tutor.TutorRequest;
import io.github.activeia.agents.writing.Start;
import io.github.activeia.core.AgentRole;
import io.github.activeia.core.Citation;
import io.github.activeia.core.CognitiveState;
import io.github.activeia.core.Outcome;
import io.github.activeia.core.Reply;
import io.github.activeia.core.RiskLevel;
import io.github.activeia.core.Route;
import io.github.activeia.core.Verdict;
import io.github.activeia.core.knowledge.KnowledgeResult;
import io.github.activeia.core.knowledge.Passage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Has the right agent write, and adds what has to be said with it. Thread-safe. */
final class Writing {
    private final Tutor tutor = new Tutor();
    private final Fallback fallback = new Fallback();
    private final Nearness nearness = new Nearness();
    private final Start start = new Start();
    private final Speech speech;
    private final Drafting drafting;
    private final Instructions instructions;

    Writing(Ports ports, Speech speech, Instructions instructions) {
        this.speech = speech;
        this.instructions = instructions;
        SafetyGuard.Builder guard = SafetyGuard.builder().solutions(ports.solutions());
        if (ports.reviewer() != null) {
            guard.reviewer(ports.reviewer(), ports.reviewed());
        }
        this.drafting = new Drafting(
                ports.model(),
                guard.build(),
                new AnswerCache(ports.answers(), ports.knowledge(), ports.model()),
                speech);
    }

    Spoken tutor(Understood understood, Help help, Journal journal) {
        TutorRequest request = new TutorRequest(
                understood.text(),
                new TutorRequest.Reading(
                        understood.assessment().intent(),
                        help.ahead()
                                ? CognitiveState.PROGRESSING
                                : understood.assessment().state(),
                        help.mode(),
                        understood.restricted("strict_socratic")),
                help.level(),
                understood.inquiry().policy(),
                help.passages(),
                understood.inquiry().activity(),
                conversation(understood),
                understood.locale(),
                teacher(understood, help),
                understood.work().text());
        Frame frame = new Frame(AgentRole.TUTOR, help.level(), help.passages(), true);
        Drafted drafted = drafting.draft(tutor.author(request), understood, frame, journal);
        boolean byModel = drafted.use().author() != null;
        Map<Integer, Integer> numbers =
                Citations.order(drafted.text(), drafted.cited().keySet());
        List<Citation> citations = Citations.of(drafted.cited(), numbers, help.passages());
        return new Spoken(
                Citations.renumber(drafted.text(), numbers),
                byModel ? Outcome.ANSWERED : Outcome.DEGRADED,
                Spoken.read(understood, Route.TUTOR, help.level(), help.mode(), drafted.verdict()),
                citations,
                notices(understood, drafted.use(), cited(drafted.cited(), help.passages())),
                understood.locale(),
                drafted.use());
    }

    Spoken fallback(Understood understood, Help help, Journal journal) {
        FallbackRequest request = uncovered(understood, help);
        Frame frame = new Frame(
                AgentRole.FALLBACK,
                help.level(),
                List.of(),
                !request.circumstances().outage());
        Drafted drafted = drafting.draft(fallback.author(request), understood, frame, journal);
        boolean byModel = drafted.use().author() != null;
        List<String> notices = new ArrayList<>(byModel ? general(request) : List.of());
        if (!byModel) {
            notices.add(speech.notice("no_model.bare", understood.locale()));
        }
        addBudget(notices, understood, drafted.use());
        return new Spoken(
                drafted.text(),
                byModel ? Outcome.GENERAL : Outcome.DEGRADED,
                Spoken.read(understood, Route.FALLBACK, help.level(), null, drafted.verdict()),
                List.of(),
                notices,
                understood.locale(),
                drafted.use());
    }

    Spoken block(Understood understood, List<Passage> pointers) {
        List<Passage> first = start.of(pointers, understood.text());
        return new Spoken(
                speech.blocked(understood, first),
                Outcome.BLOCKED,
                Spoken.read(understood, Route.BLOCK),
                Citations.of(Map.of(), first.isEmpty() ? Map.of() : Map.of(1, 1), first),
                foreign(understood, first.stream().limit(1).toList()),
                understood.locale(),
                ModelUse.NONE);
    }

    Spoken courteous(Understood understood, String kind) {
        return new Spoken(
                speech.courteous(kind, understood),
                Outcome.DEGRADED,
                Spoken.read(understood, Route.TUTOR),
                List.of(),
                List.of(speech.notice("no_model.bare", understood.locale())),
                understood.locale(),
                ModelUse.NONE);
    }

    Spoken escalate(Understood understood) {
        return Spoken.fixed(
                speech.escalated(understood),
                Outcome.ESCALATED,
                Spoken.read(understood, Route.ESCALATE),
                understood.locale());
    }

    /** Answers a refused question that shows danger to a person, of which nothing else was judged. */
    Spoken endangered(Understood understood) {
        return Spoken.fixed(
                speech.escalated(understood),
                Outcome.ESCALATED,
                new Reply.Decision(
                        null,
                        understood.assessment().risk(),
                        understood.assessment().route(),
                        null,
                        null,
                        Verdict.OK),
                understood.locale());
    }

    private static TutorRequest.Conversation conversation(Understood understood) {
        List<TutorRequest.Said> turns = understood.session().conversation().stream()
                .map(turn -> new TutorRequest.Said(turn.role() == Turn.Role.STUDENT, turn.text()))
                .toList();
        return new TutorRequest.Conversation(turns, understood.session().tutorQuestion(), understood.variation());
    }

    private TutorRequest.Teacher teacher(Understood understood, Help help) {
        String hint = help.hint() == null ? null : help.hint().hint().text();
        return new TutorRequest.Teacher(instructions.in(understood.inquiry().course()), hint);
    }

    private static List<Passage> cited(Map<Integer, String> cited, List<Passage> passages) {
        return cited.keySet().stream().map(number -> passages.get(number - 1)).toList();
    }

    private List<String> notices(Understood understood, ModelUse use, List<Passage> cited) {
        List<String> notices = new ArrayList<>(foreign(understood, cited));
        if (understood.assessment().risk() == RiskLevel.MEDIUM) {
            notices.add(speech.notice("warning", understood.locale()));
        }
        if (use.author() == null) {
            notices.add(speech.notice(cited.isEmpty() ? "no_model.bare" : "no_model", understood.locale()));
        }
        addBudget(notices, understood, use);
        return notices;
    }

    /** Says that what is cited is in another language than the reply, so that nobody is sent there unawares. */
    private List<String> foreign(Understood understood, List<Passage> cited) {
        String language = understood.locale().getLanguage();
        boolean readable = cited.stream()
                .map(passage -> passage.document().language())
                .allMatch(its -> its.isBlank() || its.startsWith(language));
        return readable ? List.of() : List.of(speech.notice("foreign", understood.locale()));
    }

    private void addBudget(List<String> notices, Understood understood, ModelUse use) {
        use.resetsAt()
                .map(reset -> Duration.between(understood.inquiry().at(), reset))
                .ifPresent(wait -> notices.add(speech.budget(wait, understood.locale())));
    }

    private FallbackRequest uncovered(Understood understood, Help help) {
        KnowledgeResult found = help.retrieved().result();
        String language = understood.locale().getLanguage();
        return new FallbackRequest(
                understood.text(),
                nearness.topics(understood.text(), language, found),
                new FallbackRequest.Circumstances(
                        help.retrieved().outage() != null,
                        Subject.of(
                                understood.text(),
                                understood.inquiry().question().activity() != null),
                        Nearness.isForeign(found, language)),
                understood.variation(),
                understood.locale());
    }

    /** What has to be said with a general explanation by a model. Where something was perhaps only missed, what is nearest is named. */
    private List<String> general(FallbackRequest request) {
        FallbackRequest.Circumstances circumstances = request.circumstances();
        if (circumstances.foreign()) {
            List<String> notices = new ArrayList<>(List.of(speech.notice("general.foreign", request.locale())));
            notices.add(fallback.nearest(request));
            notices.removeIf(String::isEmpty);
            return notices;
        }
        return List.of(speech.notice(circumstances.subject().of("general"), request.locale()));
    }
}
