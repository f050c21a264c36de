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
 * away. In an exam strong distress is looked for as well, so that the refusal says whom to turn to. Words and rules alone are read; no
 * model, no embedder and no material take part, and nothing is remembered. Thread-safe.
 */
final class Danger {
    private final Settings settings;

    Danger(Settings settings) {
        this.settings = settings;
    }

    /**
     * What a refused question shows.
     *
     * @param endangered the question as far as it was read, if it shows danger
     * @param distressed whether it shows strong distress during an exam, but no danger
     */
    record Heard(Optional<Understood> endangered, boolean distressed) {
        static final Heard NOTHING = new Heard(Optional.empty(), false);
    }

    /** Returns what the question shows; nothing also where admission does not let it be read. */
    Heard in(Inquiry inquiry, Refusal refusal, Journal journal) {
        String message = inquiry.question().text();
        return settings.admission().hears(refusal, inquiry.admission(), message)
                ? journal.take("gatekeeper", () -> look(inquiry, refusal))
                : Heard.NOTHING;
    }

    private Noted<Heard> look(Inquiry inquiry, Refusal refusal) {
        Question question = inquiry.question();
        Gatekeeper gatekeeper = settings.gatekeeper();
        Optional<Assessment> danger = gatekeeper.danger(new GatekeeperRequest(
                question.text(),
                Languages.screen(question.locale(), settings.locale()),
                inquiry.activity(),
                GatekeeperRequest.History.none(),
                inquiry.policy()));
        boolean distressed = danger.isEmpty()
                && refusal.reason() == Refusal.Reason.EXAM_LOCK
                && gatekeeper.distress(question.text());
        return new Noted<>(
                new Heard(danger.map(assessment -> understood(inquiry, assessment)), distressed),
                danger.isPresent() ? "danger" : "no_danger",
                "the question was refused, and read for danger to a person alone",
                danger.map(Evidence::ofDanger).orElseGet(() -> new Facts().add("distress", distressed ? true : null)));
    }

    private Understood understood(Inquiry inquiry, Assessment assessment) {
        Locale locale = Languages.of(assessment.language(), inquiry.question().locale(), settings.locale());
        return new Understood(inquiry, assessment, SessionState.fresh(), locale);
    }
}
