package io.github.activeia.agents.gateway;

import io.github.activeia.agents.gatekeeper.Assessment;
import io.github.activeia.agents.leak.Exchange;
import io.github.activeia.agents.session.SessionState;
import io.github.activeia.agents.writing.Variation;
import io.github.activeia.core.RiskLevel;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import java.util.Locale;

/**
 * A question that was read.
 *
 * @param inquiry what was known before
 * @param assessment what the gatekeeper decided
 * @param session what was remembered before this message
 * @param locale the language of the reply
 */
record Understood(Inquiry inquiry, Assessment assessment, SessionState session, Locale locale) {

    /** Returns the message without personal data and injected instructions: the only form that goes on. */
    String text() {
        return assessment.sanitized().text();
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
        return Exchange.of(inquiry.course(), text(), passages)
                .on(inquiry.activity())
                .after(new Exchange.Past(session.studentMessages(), List.of()));
    }

    Variation variation() {
        return new Variation(inquiry.keys().session().session().value().hashCode(), session.messages());
    }
}
