package io.github.activeia.agents.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.agents.risk.Alert.Audience;
import io.github.activeia.agents.risk.Alert.Severity;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.RiskLevel;
import io.github.activeia.core.TutorMode;
import io.github.activeia.core.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertsTest {
    private final List<Alert> heard = new ArrayList<>();

    @Test
    void teacher_is_alerted_when_the_mean_involvement_passes_the_policys_alert() {
        Interaction below = Interactions.after(Interactions.involved(3, 0.6), Interactions.harmless());
        Interaction above = Interactions.after(Interactions.involved(3, 0.61), Interactions.harmless());

        assertThat(alerts(below)).isEmpty();
        assertAlert(alerts(above), Alert.DEPENDENCY, Severity.WARNING, RiskDimension.COGNITIVE, Audience.TEACHER);
        assertThat(alerts(above).get(0).evidence())
                .isEqualTo("the mean AI involvement of 3 replies is 0.61, the policy's alert 0.60");
        assertThat(alerts(Interactions.under(CoursePolicy.finalWork(), below))).hasSize(1);
    }

    @Test
    void teacher_is_not_alerted_when_the_mean_rests_on_too_few_replies() {
        Interaction interaction = Interactions.after(Interactions.involved(2, 1), Interactions.harmless());

        assertThat(alerts(interaction)).isEmpty();
    }

    @Test
    void teacher_is_alerted_when_the_work_is_handed_over_for_the_third_time() {
        Interaction delegation = Interactions.delegating(RiskLevel.HIGH, Map.of());

        assertThat(alerts(Interactions.after(Interactions.delegated(2), delegation)))
                .isEmpty();
        assertAlert(
                alerts(Interactions.after(Interactions.delegated(3), delegation)),
                Alert.REPEATED_DELEGATION,
                Severity.WARNING,
                RiskDimension.COGNITIVE,
                Audience.TEACHER);
    }

    @Test
    void teacher_is_not_alerted_when_the_third_delegation_is_past_and_this_message_is_none() {
        assertThat(alerts(Interactions.after(Interactions.delegated(5), Interactions.harmless())))
                .isEmpty();
    }

    @Test
    void governance_is_alerted_when_the_rules_are_attacked() {
        List<Alert> alerts = alerts(Interactions.critical(false, Map.of("injection", 2)));

        assertAlert(alerts, Alert.ATTACK, Severity.CRITICAL, RiskDimension.GOVERNANCE, Audience.GOVERNANCE);
        assertThat(alerts.get(0).evidence()).startsWith("2 signals");
    }

    @Test
    void welfare_is_alerted_and_nobody_else_when_a_person_is_in_danger() {
        List<Alert> alerts = alerts(Interactions.critical(true, Map.of("danger", 1)));

        assertAlert(alerts, Alert.DANGER, Severity.CRITICAL, RiskDimension.GOVERNANCE, Audience.WELFARE);
    }

    @Test
    void both_are_alerted_when_a_message_in_danger_attacks_as_well() {
        List<Alert> alerts = alerts(Interactions.critical(true, Map.of("danger", 1, "injection", 1)));

        assertThat(alerts).extracting(Alert::code).containsExactly(Alert.DANGER, Alert.ATTACK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"solution_leak", "solution_similarity", "solution_code", "final_answer"})
    void governance_is_alerted_when_a_draft_gave_the_solution_away(String rule) {
        List<Alert> alerts = alerts(Interactions.found(rule, Verdict.REWRITE, RiskDimension.ETHICAL));

        assertAlert(alerts, Alert.LEAK_ATTEMPT, Severity.WARNING, RiskDimension.ETHICAL, Audience.GOVERNANCE);
        assertThat(alerts.get(0).evidence()).isEqualTo("a draft was stopped; checks that did: 1, " + rule);
    }

    @Test
    void governance_is_informed_and_not_warned_when_a_draft_was_but_doubtful() {
        List<Alert> alerts = alerts(Interactions.found("solution_doubt", Verdict.REWRITE, RiskDimension.ETHICAL));

        assertAlert(alerts, Alert.LEAK_ATTEMPT, Severity.INFO, RiskDimension.ETHICAL, Audience.GOVERNANCE);
    }

    @Test
    void nobody_is_alerted_when_a_draft_was_only_rude() {
        assertThat(alerts(Interactions.found("tone", Verdict.REWRITE, RiskDimension.ETHICAL)))
                .isEmpty();
    }

    @Test
    void teacher_is_told_when_a_model_claims_without_a_source_or_with_a_false_one() {
        Interaction uncited = Interactions.answered(Interaction.Author.MODEL, TutorMode.GUIDED, 0);
        Interaction invented = Interactions.found("citation_unknown", Verdict.WARN, RiskDimension.EPISTEMIC);

        assertAlert(alerts(uncited), Alert.UNCITED_CLAIMS, Severity.INFO, RiskDimension.EPISTEMIC, Audience.TEACHER);
        assertThat(alerts(invented)).extracting(Alert::code).containsExactly(Alert.UNCITED_CLAIMS);
    }

    @Test
    void teacher_is_told_when_code_is_insecure_and_more_urgently_when_the_reply_shows_it() {
        String code = "```\ngets(s);\n```";

        assertAlert(
                alerts(Interactions.saying(code)),
                Alert.INSECURE_CODE,
                Severity.INFO,
                RiskDimension.TECHNICAL,
                Audience.TEACHER);
        assertThat(alerts(Interactions.replying(code)))
                .extracting(Alert::severity)
                .containsExactly(Severity.WARNING);
    }

    @Test
    void thresholds_move_when_the_settings_say_so() {
        RiskSettings settings = RiskSettings.builder()
                .repeatedDelegations(1)
                .measuredReplies(1)
                .insecureCode(0.9)
                .build();
        RiskAnalysis analysis = RiskAnalysis.of(settings, List.of());
        Interaction delegation = Interactions.after(
                Interactions.delegated(1).involved(0.9), Interactions.delegating(RiskLevel.MEDIUM, Map.of()));

        assertThat(analysis.analyse(delegation).alerts())
                .extracting(Alert::code)
                .containsExactly(Alert.DEPENDENCY, Alert.REPEATED_DELEGATION);
        assertThat(analysis.analyse(Interactions.saying("```\ngets(s);\n```")).alerts())
                .isEmpty();
    }

    @Test
    void no_word_of_the_student_is_told_whatever_is_alerted() {
        String words = "```\npassword = \"hunter2secreto\"\n```\n" + Interactions.SAYS;
        Interaction.Message message = new Interaction.Message(
                Interactions.delegating(RiskLevel.CRITICAL, Map.of()).message().intent(),
                RiskLevel.CRITICAL,
                true,
                true,
                Map.of("injection", 1, "danger", 1),
                words);
        Interaction interaction = Interactions.after(
                Interactions.delegated(9).involved(1).involved(1).involved(1), Interactions.with(message));

        RiskReport report = RiskAnalysis.of(RiskSettings.defaults(), List.of()).analyse(interaction);

        assertThat(report.alerts()).hasSize(5);
        assertThat(report.toString()).doesNotContain("Sultán").doesNotContain("hunter2");
    }

    @Test
    void alert_is_held_back_when_it_was_told_within_the_pause() {
        RiskAnalysis analysis = RiskAnalysis.of(RiskSettings.defaults(), List.of(heard::add));

        tell(analysis, "tp2", 0);
        tell(analysis, "tp2", 59);
        tell(analysis, "tp3", 59);
        tell(analysis, "tp2", 60);

        assertThat(heard)
                .extracting(alert -> alert.origin().at().toString().substring(11, 16))
                .containsExactly("12:00", "12:59", "13:00");
    }

    @Test
    void session_stands_in_when_there_is_no_activity() {
        RiskAnalysis analysis = RiskAnalysis.of(RiskSettings.defaults(), List.of(heard::add));

        tell(analysis, null, 0);
        tell(analysis, null, 1);
        tell(analysis, "tp2", 2);

        assertThat(heard).hasSize(2);
    }

    @Test
    void alert_is_repeated_each_time_when_there_is_no_pause() {
        RiskSettings settings = RiskSettings.builder().pause(Duration.ZERO).build();
        RiskAnalysis analysis = RiskAnalysis.of(settings, List.of(heard::add));

        tell(analysis, "tp2", 0);
        tell(analysis, "tp2", 0);

        assertThat(heard).hasSize(2);
    }

    @Test
    void pause_forgets_the_oldest_when_it_is_full() {
        Pause pause = new Pause(Duration.ofHours(1), 2);
        Alert first = attack("tp1", 0);

        pause.take(first);
        pause.take(attack("tp2", 1));
        pause.take(attack("tp3", 2));

        assertThat(pause.size()).isEqualTo(2);
        assertThat(pause.take(first)).isTrue();
        assertThat(pause.take(attack("tp3", 3))).isFalse();
    }

    @Test
    void others_hear_when_a_listener_fails() {
        AlertListener broken = alert -> {
            throw new IllegalStateException("a bug of the host");
        };
        RiskAnalysis analysis = RiskAnalysis.of(RiskSettings.defaults(), List.of(broken, heard::add));

        tell(analysis, "tp2", 0);
        tell(analysis, "tp2", 1);

        assertThat(heard).hasSize(1);
    }

    @Test
    void alert_is_told_again_when_it_reached_nobody() {
        List<Alert> tried = new ArrayList<>();
        AlertListener broken = alert -> {
            tried.add(alert);
            throw new IllegalStateException("the mail server is down");
        };
        RiskAnalysis analysis = RiskAnalysis.of(RiskSettings.defaults(), List.of(broken));

        tell(analysis, "tp2", 0);
        tell(analysis, "tp2", 1);

        assertThat(tried).hasSize(2);
    }

    @Test
    void settings_name_every_fault_at_once() {
        assertThatThrownBy(() -> RiskSettings.builder()
                        .repeatedDelegations(0)
                        .measuredReplies(0)
                        .manyHints(-1)
                        .insecureCode(0)
                        .pause(Duration.ofDays(31))
                        .remembered(0)
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .satisfies(
                        e -> assertThat(((ConfigurationException) e).faults()).hasSize(6));
    }

    @Test
    void setting_is_refused_when_it_is_set_twice() {
        assertThatThrownBy(() -> RiskSettings.builder().manyHints(1).manyHints(2))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("manyHints must be set once");
    }

    private static void tell(RiskAnalysis analysis, @Nullable String activity, long minutes) {
        analysis.tell(new RiskReport(new RiskProfile(Map.of()), List.of(attack(activity, minutes))));
    }

    private static Alert attack(@Nullable String activity, long minutes) {
        Interaction interaction = Interactions.at(
                Interactions.origin(activity, minutes), Interactions.critical(false, Map.of("injection", 1)));
        return alerts(interaction).get(0);
    }

    private static List<Alert> alerts(Interaction interaction) {
        return RiskAnalysis.of(RiskSettings.defaults(), List.of())
                .analyse(interaction)
                .alerts();
    }

    private static void assertAlert(
            List<Alert> alerts, String code, Severity severity, RiskDimension dimension, Audience audience) {
        assertThat(alerts).singleElement().satisfies(alert -> {
            assertThat(alert.code()).isEqualTo(code);
            assertThat(alert.severity()).isEqualTo(severity);
            assertThat(alert.dimension()).isEqualTo(dimension);
            assertThat(alert.audience()).isEqualTo(audience);
            assertThat(alert.origin()).isEqualTo(Interactions.origin("tp2", 0));
            assertThat(alert.evidence()).containsPattern("\\d");
        });
    }
}
