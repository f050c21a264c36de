package io.github.activeia.agents.gateway;

import io.github.activeia.agents.scaffolding.AttemptOutcome;
import io.github.activeia.agents.session.ActivityKey;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.Citation;
import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.Money;
import io.github.activeia.core.Outcome;
import io.github.activeia.core.Question;
import io.github.activeia.core.Reply;
import io.github.activeia.core.RiskLevel;
import io.github.activeia.core.Route;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.TutorMode;
import io.github.activeia.core.Verdict;
import io.github.activeia.core.knowledge.KnowledgeQuery;
import io.github.activeia.core.knowledge.KnowledgeResult;
import io.github.activeia.core.knowledge.Passage;
import java.time.Duration;
import java.util.List;

/** The path of one question. Thread-safe. */
public final class Gateway {
    private final Ports ports;
    private final Settings settings;

    /** Creates the gateway. */
    public Gateway(Ports ports, Settings settings) {
        this.ports = ports;
        this.settings = settings;
    }

    /** Answers a question. */
    public Reply ask(Question question) {
        CourseId course = question.course() != null ? question.course() : settings.course();
        if (course == null) {
            throw new InvalidValueException(
                    "question", "name a course", "without one", "call in(courseId), or set a default course");
        }
        long start = settings.time().ticker().getAsLong();
        KnowledgeResult found = ports.knowledge().retrieve(KnowledgeQuery.of(question.text(), course));
        Duration spent = Duration.ofNanos(settings.time().ticker().getAsLong() - start);
        List<Citation> citations =
                found.passages().stream().limit(1).map(Gateway::cite).toList();
        String text = found.passages().stream()
                .limit(1)
                .map(p -> "«" + p.text() + "» [1]")
                .findFirst()
                .orElse("—");
        return new Reply(
                text,
                Outcome.DEGRADED,
                new Reply.Decision(
                        CognitiveIntent.EXPLORATION,
                        RiskLevel.LOW,
                        found.sufficient() ? Route.TUTOR : Route.FALLBACK,
                        HelpLevel.CONCEPT,
                        TutorMode.EXPLANATORY,
                        Verdict.OK),
                citations,
                List.of(),
                settings.locale(),
                settings.policies().inForce(course, null),
                new Reply.Work(null, Money.zero(), List.of(new Reply.Step("retrieve", spent))),
                settings.time().ids().get());
    }

    /** Notes an attempt. */
    public HelpLevel attempt(StudentId student, CourseId course, ActivityId activity, AttemptOutcome outcome) {
        return ports.sessions()
                .updateActivity(
                        ActivityKey.of(course, student, activity),
                        state -> outcome == AttemptOutcome.FAILED ? state.failed() : state)
                .level();
    }

    private static Citation cite(Passage passage) {
        return new Citation(
                1,
                passage.id(),
                passage.document().source(),
                passage.section(),
                passage.page(),
                passage.document().version(),
                null);
    }
}
