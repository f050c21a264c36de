package io.github.activeia.agents.gateway;

import io.github.activeia.agents.safety.Draft;
import io.github.activeia.agents.safety.SafetyReport;
import io.github.activeia.agents.writing.Author;
import io.github.activeia.agents.writing.Composed;
import io.github.activeia.agents.writing.Prompted;
import io.github.activeia.core.Verdict;
import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.core.llm.LlmContext;
import io.github.activeia.core.llm.LlmResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
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

    private final LanguageModel model;
    private final Function<Draft, SafetyReport> safety;
    private final AnswerCache answers;

    Drafting(LanguageModel model, Function<Draft, SafetyReport> safety) {
        this(model, safety, AnswerCache.none());
    }

    Drafting(LanguageModel model, Function<Draft, SafetyReport> safety, AnswerCache answers) {
        this.model = model;
        this.safety = safety;
        this.answers = answers;
    }

    Drafted draft(Author author, Understood understood, Frame frame, Journal journal) {
        if (!frame.withModel() || !answers.on()) {
            return write(author, understood, frame, journal, answered -> {});
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
        return write(author, understood, frame, journal, place::keep);
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
        SafetyReport report = check(answered.text(), true, understood, frame, journal);
        return shows(report) ? drafted(report, answered, frame, answered.attempts()) : null;
    }

    private Drafted write(
            Author author, Understood understood, Frame frame, Journal journal, Consumer<LlmResult.Answered> accepted) {
        List<LlmResult.Attempt> attempts = new ArrayList<>();
        List<String> faults = List.of();
        for (int i = 0; frame.withModel() && i < TRIES; i++) {
            Prompted prompted = author.prompt(faults);
            LlmResult result = journal.take(
                    frame.agent().value(),
                    () -> ask(prompted, understood.inquiry().context(frame.agent())));
            attempts.addAll(result.attempts());
            if (!(result instanceof LlmResult.Answered answered)) {
                break;
            }
            SafetyReport report = check(answered.text(), true, understood, frame, journal);
            if (report.verdict() == Verdict.OK) {
                accepted.accept(answered);
            }
            if (shows(report)) {
                return drafted(report, answered, frame, attempts);
            }
            if (report.verdict() == Verdict.BLOCK) {
                break;
            }
            faults = faults(report);
        }
        return compose(author, understood, frame, journal, new ModelUse(null, attempts));
    }

    private static Drafted drafted(
            SafetyReport report, LlmResult.Answered answered, Frame frame, List<LlmResult.Attempt> attempts) {
        ModelUse use = new ModelUse(answered.provider() + "/" + answered.model(), attempts);
        return new Drafted(report.text(), report.verdict(), Citations.in(report.text(), frame.passages()), use);
    }

    private Drafted compose(Author author, Understood understood, Frame frame, Journal journal, ModelUse use) {
        Composed composed = journal.take(frame.agent().value(), () -> note(author.compose()));
        SafetyReport report = check(composed.text(), false, understood, frame, journal);
        if (!shows(report)) {
            composed = journal.take(frame.agent().value(), () -> note(author.plain()));
            report = check(composed.text(), false, understood, frame, journal);
        }
        String text = shows(report) ? report.text() : composed.text();
        return new Drafted(text, report.verdict(), composed.cited(), use);
    }

    private SafetyReport check(String text, boolean fromModel, Understood understood, Frame frame, Journal journal) {
        Draft draft = new Draft(
                text,
                understood.said(),
                understood.inquiry().course(),
                frame.level(),
                understood.inquiry().policy(),
                frame.passages(),
                understood.locale(),
                fromModel);
        return journal.take("safety", () -> {
            SafetyReport report = safety.apply(draft);
            return new Noted<>(report, report.verdict().value(), "", Evidence.of(report));
        });
    }

    private Noted<LlmResult> ask(Prompted prompted, LlmContext context) {
        LlmResult result;
        try {
            result = model.ask(prompted.prompt().within(context));
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
