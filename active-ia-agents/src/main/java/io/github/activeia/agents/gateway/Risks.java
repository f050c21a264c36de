package io.github.activeia.agents.gateway;

import io.github.activeia.agents.gatekeeper.Assessment;
import io.github.activeia.agents.risk.Interaction;
import io.github.activeia.agents.risk.Origin;
import io.github.activeia.agents.risk.RiskAnalysis;
import io.github.activeia.agents.risk.RiskProfile;
import io.github.activeia.agents.risk.RiskReport;
import io.github.activeia.agents.safety.ReplyGate;
import io.github.activeia.agents.safety.SafetyReport;
import io.github.activeia.core.Route;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the risk of an interaction analysed, from what was written down of it. An analysis that breaks costs the profile, not the reply. */
final class Risks {
    private static final Logger LOG = LoggerFactory.getLogger(Risks.class);

    private final RiskAnalysis analysis;
    private final Memory memory;

    Risks(RiskAnalysis analysis, Memory memory) {
        this.analysis = analysis;
        this.memory = memory;
    }

    RiskReport analyse(Understood understood, Spoken spoken, Journal journal, @Nullable Double involvement) {
        return journal.take(RiskProfile.STEP, () -> {
            try {
                return note(analysis.analyse(interaction(understood, answer(spoken, journal, involvement))));
            } catch (RuntimeException broken) {
                LOG.error(
                        "The risk of the trace {} was not analysed: {}",
                        understood.inquiry().traceId(),
                        broken.getClass().getName());
                RiskReport none = new RiskReport(new RiskProfile(Map.of()), List.of());
                return new Noted<>(none, "failed", "the analysis broke", new Facts());
            }
        });
    }

    /** Tells people, once the trace that an alert points to is kept. */
    void tell(RiskReport report) {
        analysis.tell(report);
    }

    private static Noted<RiskReport> note(RiskReport report) {
        String highest =
                report.profile().highest().map(dimension -> dimension.value()).orElse("none");
        return new Noted<>(report, highest, "", Evidence.of(report));
    }

    private Interaction interaction(Understood understood, Interaction.Answer answer) {
        Inquiry inquiry = understood.inquiry();
        return new Interaction(
                new Origin(
                        inquiry.question().student(),
                        inquiry.course(),
                        inquiry.question().activity(),
                        inquiry.keys().session().session(),
                        inquiry.traceId(),
                        inquiry.at()),
                message(understood),
                answer,
                memory.activity(inquiry.keys().activity()),
                inquiry.policy());
    }

    private static Interaction.Message message(Understood understood) {
        Assessment assessment = understood.assessment();
        Map<String, Integer> signals = assessment.signals().stream()
                .filter(signal -> signal.score() > 0)
                .collect(Collectors.toMap(Assessment.Signal::kind, signal -> 1, Integer::sum));
        return new Interaction.Message(
                assessment.intent(),
                assessment.risk(),
                assessment.delegates(),
                understood.restricted("danger"),
                signals,
                understood.text());
    }

    private static Interaction.Answer answer(Spoken spoken, Journal journal, @Nullable Double involvement) {
        List<Interaction.Finding> findings = Stream.concat(
                        journal.values(ReplyGate.Outcome.class).stream().map(ReplyGate.Outcome::report),
                        journal.values(SafetyReport.class).stream())
                .flatMap(report -> report.findings().stream())
                .map(found -> new Interaction.Finding(found.rule(), found.verdict(), found.dimension()))
                .toList();
        return new Interaction.Answer(
                author(spoken),
                spoken.decision().mode(),
                spoken.citations().size(),
                involvement,
                findings,
                spoken.body());
    }

    private static Interaction.Author author(Spoken spoken) {
        Route route = spoken.decision().route();
        if (route == Route.BLOCK || route == Route.ESCALATE) {
            return Interaction.Author.NOBODY;
        }
        if (spoken.use().author() == null) {
            return Interaction.Author.TEMPLATES;
        }
        return route == Route.FALLBACK ? Interaction.Author.GENERAL_MODEL : Interaction.Author.MODEL;
    }
}
