package io.github.activeia.agents.gateway;

import io.github.activeia.agents.gatekeeper.Assessment;
import io.github.activeia.agents.leak.Exchange;
import io.github.activeia.agents.session.SessionState;
import io.github.activeia.agents.writing.Variation;
import io.github.activeia.core.Activity;
import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.RiskLevel;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A question that was read.
 *
 * @param inquiry what was known before
 * @param assessment what the gatekeeper decided
 * @param session what was remembered before this message
 * @param locale the language of the reply
 * @param work what the student has done so far
 * @param courtesy which courtesy the message is, or null where it says anything else
 */
record Understood(
        Inquiry inquiry,
        Assessment assessment,
        SessionState session,
        Locale locale,
        ShownWork work,
        @Nullable String courtesy) {

    /** A message without work. */
    Understood(Inquiry inquiry, Assessment assessment, SessionState session, Locale locale) {
        this(inquiry, assessment, session, locale, ShownWork.none(), null);
    }

    /** Returns the message without personal data and injected instructions: the only form that goes on. */
    String text() {
        return assessment.sanitized().text();
    }

    /** Returns everything of the student's that goes on: the message, and the work if there is any. */
    String said() {
        return work.text() == null ? text() : text() + "\n\n" + work.text();
    }

    /** Returns whether there is work of the student's own: shown beside the message, or within it. */
    boolean showsWork() {
        return work.text() != null
                || assessment.signals().stream()
                        .anyMatch(signal -> signal.kind().equals("own_work") && signal.score() > 0);
    }

    /** Returns whether the message says something to what the tutor asked last, and asks nothing itself. */
    boolean answers() {
        CognitiveIntent intent = assessment.intent();
        return session.tutorQuestion() != null
                && text().indexOf('?') < 0
                && intent != CognitiveIntent.EXPLORATION
                && intent != CognitiveIntent.SOLUTION;
    }

    /** Returns whether the message calls the activity by its id. */
    boolean namesActivity() {
        Activity activity = inquiry.activity();
        return activity != null
                && Pattern.compile("\\b" + Pattern.quote(activity.id().value()) + "\\b", Pattern.CASE_INSENSITIVE)
                        .matcher(text())
                        .find();
    }

    /** Returns whether the message attacks the rules: what is critical and blocked is nothing else. */
    boolean attacks() {
        return assessment.risk() == RiskLevel.CRITICAL;
    }

    boolean restricted(String restriction) {
        return assessment.restrictions().contains(restriction);
    }

    /** Returns what is on the table when a reply is written, which may cite some passages. */
    Exchange exchange(List<Passage> passages) {
        return Exchange.of(inquiry.course(), said(), passages)
                .on(inquiry.activity())
                .after(new Exchange.Past(session.studentMessages(), session.tutorTexts()));
    }

    Variation variation() {
        return new Variation(inquiry.keys().session().session().value().hashCode(), session.messages());
    }
}
