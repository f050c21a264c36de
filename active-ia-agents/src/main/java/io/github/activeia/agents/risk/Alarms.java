package io.github.activeia.agents.risk;

import io.github.activeia.agents.risk.Alert.Audience;
import io.github.activeia.agents.risk.Alert.Severity;
import io.github.activeia.agents.session.ActivityState;
import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** When each alert is raised. */
final class Alarms {
    private static final String SOLUTION = "solution_";
    private static final String FINAL_ANSWER = "final_answer";

    /** By itself it is right in most cases, and wrong often enough not to be a warning. */
    private static final String DOUBT = "solution_doubt";

    private static final String CITATION = "citation_";

    private final RiskSettings settings;

    Alarms(RiskSettings settings) {
        this.settings = settings;
    }

    List<Alert> of(Interaction interaction, RiskProfile profile, Scoring.Code code) {
        List<Alert> alerts = new ArrayList<>();
        addPeople(interaction, alerts);
        addWork(interaction, alerts);
        addReply(interaction, alerts);
        addCode(interaction, profile, code, alerts);
        alerts.sort(Comparator.comparing(Alert::severity).reversed());
        return alerts;
    }

    private static void addPeople(Interaction interaction, List<Alert> alerts) {
        Interaction.Message message = interaction.message();
        Origin origin = interaction.origin();
        if (message.danger()) {
            int signals = message.signals("danger") + message.signals("danger_idiom");
            String evidence = "a person may be in danger; signals in the message: " + signals;
            alerts.add(new Alert(
                    Severity.CRITICAL, RiskDimension.GOVERNANCE, Alert.DANGER, evidence, Audience.WELFARE, origin));
        }
        if (message.attacks()) {
            String evidence =
                    message.signals("injection") + " signals of an attack on the rules; the message was not answered";
            alerts.add(new Alert(
                    Severity.CRITICAL, RiskDimension.GOVERNANCE, Alert.ATTACK, evidence, Audience.GOVERNANCE, origin));
        }
    }

    private void addWork(Interaction interaction, List<Alert> alerts) {
        ActivityState history = interaction.history();
        ActivityState.Involvement involvement = history.involvement();
        double limit = interaction.policy().dependencyAlert();
        if (involvement.replies() >= settings.measuredReplies() && involvement.mean() > limit) {
            alerts.add(cognitive(Alert.DEPENDENCY, Scoring.mean(involvement, limit), interaction));
        }
        if (interaction.message().delegates() && history.delegations() >= settings.repeatedDelegations()) {
            String evidence = history.delegations() + " messages on the activity hand over the work";
            alerts.add(cognitive(Alert.REPEATED_DELEGATION, evidence, interaction));
        }
    }

    private static Alert cognitive(String code, String evidence, Interaction interaction) {
        return new Alert(
                Severity.WARNING, RiskDimension.COGNITIVE, code, evidence, Audience.TEACHER, interaction.origin());
    }

    private static void addReply(Interaction interaction, List<Alert> alerts) {
        List<Interaction.Finding> findings = interaction.answer().findings();
        Set<String> leaks = new TreeSet<>();
        findings.stream()
                .filter(finding -> finding.verdict().compareTo(Verdict.REWRITE) >= 0)
                .map(Interaction.Finding::rule)
                .filter(rule -> rule.startsWith(SOLUTION) || rule.equals(FINAL_ANSWER))
                .forEach(leaks::add);
        if (!leaks.isEmpty()) {
            String evidence = "a draft was stopped; checks that did: " + leaks.size() + ", " + String.join(", ", leaks);
            alerts.add(new Alert(
                    leaks.equals(Set.of(DOUBT)) ? Severity.INFO : Severity.WARNING,
                    RiskDimension.ETHICAL,
                    Alert.LEAK_ATTEMPT,
                    evidence,
                    Audience.GOVERNANCE,
                    interaction.origin()));
        }
        long doubtful = findings.stream()
                .filter(finding -> finding.rule().startsWith(CITATION))
                .count();
        if (doubtful > 0 || Scoring.claimsWithoutSource(interaction.answer())) {
            String evidence = "the reply states something about the material; citations: "
                    + interaction.answer().citations() + ", checks that found one not borne out: " + doubtful;
            alerts.add(new Alert(
                    Severity.INFO,
                    RiskDimension.EPISTEMIC,
                    Alert.UNCITED_CLAIMS,
                    evidence,
                    Audience.TEACHER,
                    interaction.origin()));
        }
    }

    private void addCode(Interaction interaction, RiskProfile profile, Scoring.Code code, List<Alert> alerts) {
        profile.score(RiskDimension.TECHNICAL)
                .filter(score -> score.value() >= settings.insecureCode())
                .ifPresent(score -> alerts.add(new Alert(
                        code.reply().rules().isEmpty() ? Severity.INFO : Severity.WARNING,
                        RiskDimension.TECHNICAL,
                        Alert.INSECURE_CODE,
                        String.join("; ", score.evidence()),
                        Audience.TEACHER,
                        interaction.origin())));
    }
}
