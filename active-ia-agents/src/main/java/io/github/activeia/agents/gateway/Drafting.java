package io.github.activeia.agents.gateway;

import io.github.activeia.agents.safety.Draft;
import io.github.activeia.agents.safety.ReplyGate;
import io.github.activeia.agents.safety.SafetyGuard;
import io.github.activeia.agents.safety.SafetyReport;
import io.github.activeia.agents.writing.Author;
import io.github.activeia.agents.writing.Composed;
import io.github.activeia.agents.writing.Prompted;
import io.github.activeia.core.AgentRole;
import io.github.activeia.core.TutorMode;
import io.github.activeia.core.Verdict;
import io.github.activeia.core.llm.AnswerListener;
import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.core.llm.LlmContext;
import io.github.activeia.core.llm.LlmResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets a text that may be shown: a kept one that answers the same; from a model, which is told its faults and asked once more; otherwise from the templates; and if
 * safety does not accept even those, a question that quotes nothing. Thread-safe.
 */
final class Drafting {
    private static final Logger LOG = LoggerFactory.getLogger(Drafting.class);
    private static final int TRIES = 2;

    /** A model's beginning that is shorter leads over to the templates; a longer one is rounded off. */
    private static final int SHORT = 120;

    private final LanguageModel model;
    private final SafetyGuard safety;
    private final AnswerCache answers;
    private final Speech speech;

    Drafting(LanguageModel model, SafetyGuard safety, AnswerCache answers, Speech speech) {
        this.model = model;
        this.safety = safety;
        this.answers = answers;
        this.speech = speech;
    }

    Drafted draft(Author author, Understood understood, Frame frame, Journal journal) {
        if (!frame.withModel() || !answers.on()) {
            return write(author, () -> author.prompt(List.of()), understood, frame, journal, answered -> {});
        }
        Prompted prompted = author.prompt(List.of());
        AnswerCache.Place place = journal.take("cache", () -> look(prompted, understood, frame));
        LlmResult.Answered kept = place.kept();
        Drafted again = kept == null ? null : recall(kept, understood, frame, journal);
        if (again != null) {
            return again;
        }
        if (kept != null) {
            place.forget();
        }
        return write(author, () -> prompted, understood, frame, journal, place::keep);
    }

    private Noted<AnswerCache.Place> look(Prompted prompted, Understood understood, Frame frame) {
        AnswerCache.Place place = answers.place(prompted, understood, frame);
        LlmResult.Answered kept = place.kept();
        return kept == null
                ? new Noted<>(place, "not_cached", "", new Facts())
                : new Noted<>(place, "cached", "the same was answered before", Evidence.of(prompted, kept));
    }

    /** Safety has the last word on a kept text as well; what it does not accept any more is forgotten. */
    private @Nullable Drafted recall(LlmResult.Answered answered, Understood understood, Frame frame, Journal journal) {
        StringBuilder held = new StringBuilder();
        ReplyGate gate = gate(understood, frame, held::append);
        gate.accept(answered.text());
        ReplyGate.Outcome outcome = judge(gate, journal);
        if (outcome.closed()) {
            return null;
        }
        journal.voice().say(held.toString(), frame.passages().size());
        List<LlmResult.Attempt> attempts = Stream.concat(answered.attempts().stream(), ModelUse.of(gate.reviewed()))
                .toList();
        return drafted(outcome.shown(), outcome.report().verdict(), answered, frame, attempts);
    }

    private Drafted write(
            Author author,
            Supplier<Prompted> first,
            Understood understood,
            Frame frame,
            Journal journal,
            Consumer<LlmResult.Answered> accepted) {
        List<LlmResult.Attempt> attempts = new ArrayList<>();
        List<String> faults = List.of();
        Voice voice = journal.voice();
        for (int i = 0; frame.withModel() && i < TRIES; i++) {
            Prompted prompted = i == 0 ? first.get() : author.prompt(faults);
            ReplyGate gate = gate(
                    understood, frame, part -> voice.say(part, frame.passages().size()));
            LlmResult result = journal.take(
                    frame.agent().value(),
                    () -> ask(prompted, understood.inquiry().context(frame.agent()), new Listening(gate, voice)));
            attempts.addAll(result.attempts());
            if (!(result instanceof LlmResult.Answered answered)) {
                ModelUse.of(gate.reviewed()).forEach(attempts::add);
                voice.restart();
                break;
            }
            ReplyGate.Outcome outcome = judge(gate, journal);
            ModelUse.of(gate.reviewed()).forEach(attempts::add);
            if (!outcome.closed()) {
                if (outcome.report().verdict() == Verdict.OK) {
                    accepted.accept(answered);
                }
                return drafted(outcome.shown(), outcome.report().verdict(), answered, frame, attempts);
            }
            if (!outcome.shown().isEmpty()) {
                return cut(outcome, answered, new Unfinished(author, understood, frame, journal, attempts));
            }
            if (outcome.report().verdict() == Verdict.BLOCK) {
                break;
            }
            faults = faults(outcome.report());
        }
        return compose(author, understood, frame, journal, new ModelUse(null, attempts));
    }

    /** A reply of which the student has read the beginning. */
    private record Unfinished(
            Author author, Understood understood, Frame frame, Journal journal, List<LlmResult.Attempt> attempts) {}

    /** What was shown stays. A question takes the place of the rest, or the templates where there is next to nothing to round off. */
    private Drafted cut(ReplyGate.Outcome outcome, LlmResult.Answered answered, Unfinished reply) {
        Understood understood = reply.understood();
        Frame frame = reply.frame();
        String end =
                outcome.shown().length() >= SHORT || understood.assessment().mode() == TutorMode.CLARIFYING
                        ? speech.cut(understood)
                        : compose(reply.author(), understood, frame, reply.journal(), ModelUse.NONE)
                                .text();
        return drafted(outcome.shown() + "\n\n" + end, Verdict.WARN, answered, frame, reply.attempts());
    }

    private static Drafted drafted(
            String text, Verdict verdict, LlmResult.Answered answered, Frame frame, List<LlmResult.Attempt> attempts) {
        ModelUse use = new ModelUse(answered.provider() + "/" + answered.model(), attempts);
        return new Drafted(text, verdict, Citations.in(text, frame.passages()), use);
    }

    private Drafted compose(Author author, Understood understood, Frame frame, Journal journal, ModelUse use) {
        Composed composed = journal.take(frame.agent().value(), () -> note(author.compose()));
        SafetyReport report = check(composed.text(), understood, frame, journal);
        if (!shows(report)) {
            composed = journal.take(frame.agent().value(), () -> note(author.plain()));
            report = check(composed.text(), understood, frame, journal);
        }
        String text = shows(report) ? report.text() : composed.text();
        return new Drafted(text, report.verdict(), composed.cited(), use);
    }

    private SafetyReport check(String text, Understood understood, Frame frame, Journal journal) {
        Draft draft = empty(understood, frame, false).saying(text);
        return journal.take("safety", () -> {
            SafetyReport report = safety.check(draft);
            return new Noted<>(report, report.verdict().value(), "", Evidence.of(report));
        });
    }

    private static ReplyGate.Outcome judge(ReplyGate gate, Journal journal) {
        return journal.take("safety", () -> {
            ReplyGate.Outcome outcome = gate.end();
            Facts facts = Evidence.of(outcome.report());
            facts.add("shown_characters", outcome.shown().length());
            facts.add("review", Evidence.of(gate.reviewed()));
            return new Noted<>(
                    outcome,
                    outcome.report().verdict().value(),
                    outcome.closed() ? "the text was stopped where it broke a rule" : "",
                    facts);
        });
    }

    private ReplyGate gate(Understood understood, Frame frame, Consumer<String> release) {
        return safety.gate(empty(understood, frame, true), understood.inquiry().context(AgentRole.SAFETY), release);
    }

    private static Draft empty(Understood understood, Frame frame, boolean fromModel) {
        return new Draft(
                "",
                understood.exchange(frame.passages()),
                frame.level(),
                understood.inquiry().policy(),
                understood.locale(),
                fromModel);
    }

    /** Lets pieces of an answer through the gate. */
    private record Listening(ReplyGate gate, Voice voice) implements AnswerListener {
        @Override
        public boolean onPiece(String text) {
            return gate.accept(text);
        }

        @Override
        public void onRestart() {
            gate.restart();
            voice.restart();
        }
    }

    private Noted<LlmResult> ask(Prompted prompted, LlmContext context, AnswerListener listener) {
        LlmResult result;
        try {
            result = model.ask(prompted.prompt().within(context), listener);
        } catch (RuntimeException broken) {
            LOG.error("The language model threw: {}", broken.getClass().getName());
            result = new LlmResult.Unavailable(List.of());
        }
        boolean answered = result instanceof LlmResult.Answered;
        return new Noted<>(
                result,
                answered ? "model" : "no_model",
                answered ? "" : "no model could be reached; the material and the templates answer",
                Evidence.of(prompted, result));
    }

    private static Noted<Composed> note(Composed composed) {
        Facts facts = new Facts().add("templates", composed.templates());
        return new Noted<>(composed, "template", "", facts);
    }

    private static boolean shows(SafetyReport report) {
        return report.verdict() == Verdict.OK || report.verdict() == Verdict.WARN;
    }

    private static List<String> faults(SafetyReport report) {
        List<String> faults = new ArrayList<>();
        report.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.REWRITE)
                .forEach(finding -> faults.add(finding.evidence()));
        return faults.isEmpty() ? List.of("it breaks the rules above") : faults;
    }
}
