package io.github.activeia.agents.gateway;

import io.github.activeia.agents.admission.Refusal;
import io.github.activeia.agents.gatekeeper.Assessment;
import io.github.activeia.agents.gatekeeper.Gatekeeper;
import io.github.activeia.agents.gatekeeper.GatekeeperRequest;
import io.github.activeia.agents.session.SessionState;
import io.github.activeia.agents.writing.Languages;
import io.github.activeia.core.Question;
import java.util.Locale;
import java.util.Optional;

/**
 * Looks for danger to a person in a question that was refused: a student who writes so during an exam, or once too often, is not sent
 * away. Words and rules alone are read; no model, no embedder and no material take part, and nothing is remembered. Thread-safe.
 */
final class Danger {
    private final Settings settings;

    Danger(Settings settings) {
        this.settings = settings;
    }

    /** Returns the question as far as it was read, if it shows danger; empty also where admission does not let it be read. */
    Optional<Understood> in(Inquiry inquiry, Refusal refusal, Journal journal) {
        String message = inquiry.question().text();
        return settings.admission().hears(refusal, inquiry.admission(), message)
                ? journal.take("gatekeeper", () -> look(inquiry))
                : Optional.empty();
    }

    private Noted<Optional<Understood>> look(Inquiry inquiry) {
        Question question = inquiry.question();
        Gatekeeper gatekeeper = settings.gatekeeper();
        Optional<Assessment> danger = gatekeeper.danger(new GatekeeperRequest(
                question.text(),
                Languages.screen(question.locale(), settings.locale()),
                inquiry.activity(),
                GatekeeperRequest.History.none(),
                inquiry.policy()));
        return new Noted<>(
                danger.map(assessment -> understood(inquiry, assessment)),
                danger.isPresent() ? "danger" : "no_danger",
                "the question was refused, and read for danger to a person alone",
                danger.map(Evidence::ofDanger).orElseGet(Facts::new));
    }

    private Understood understood(Inquiry inquiry, Assessment assessment) {
        Locale locale = Languages.of(assessment.language(), inquiry.question().locale(), settings.locale());
        return new Understood(inquiry, assessment, SessionState.fresh(), locale);
    }
}
