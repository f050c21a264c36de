package io.github.activeia.agents.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.activeia.agents.session.ActivityState;
import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.RiskLevel;
import io.github.activeia.core.TutorMode;
import io.github.activeia.core.Verdict;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RiskAnalysisTest {
    private static final RiskAnalysis ANALYSIS = RiskAnalysis.of(RiskSettings.defaults(), List.of());

    @Test
    void has_no_risk_when_nothing_speaks_for_one() {
        RiskReport report = ANALYSIS.analyse(Interactions.harmless());

        assertThat(report.profile().scores())
                .containsOnlyKeys(
                        RiskDimension.COGNITIVE,
                        RiskDimension.ETHICAL,
                        RiskDimension.EPISTEMIC,
                        RiskDimension.GOVERNANCE)
                .allSatisfy((dimension, score) -> {
                    assertThat(score.value()).isZero();
                    assertThat(score.evidence()).isEmpty();
                });
        assertThat(report.profile().highest()).isEmpty();
        assertThat(report.alerts()).isEmpty();
    }

    @Test
    void cognitive_risk_follows_the_formula_when_the_work_is_handed_over_without_own_work() {
        Interaction interaction =
                Interactions.after(Interactions.delegated(2), Interactions.delegating(RiskLevel.HIGH, Map.of()));

        RiskProfile.Score score = score(interaction, RiskDimension.COGNITIVE);

        assertThat(score.value()).isCloseTo(1 - 0.6 * 0.7 * 0.8 * 0.85 * 0.85, within(1e-4));
        assertThat(score.evidence()).hasSize(4).contains("2 delegations on the activity");
    }

    @Test
    void cognitive_risk_asks_for_no_justification_when_own_work_is_shown_or_the_policy_does_not_want_one() {
        CoursePolicy lenient =
                CoursePolicy.builder().requireJustification(false).build();
        Interaction bare = Interactions.delegating(RiskLevel.MEDIUM, Map.of());
        Interaction worked = Interactions.delegating(RiskLevel.MEDIUM, Map.of("own_work", 1));

        double without = score(bare, RiskDimension.COGNITIVE).value();

        assertThat(score(worked, RiskDimension.COGNITIVE).value()).isLessThan(without);
        assertThat(score(Interactions.under(lenient, bare), RiskDimension.COGNITIVE)
                        .value())
                .isLessThan(without);
    }

    @Test
    void cognitive_risk_counts_involvement_against_the_policys_alert() {
        Interaction.Answer answer =
                new Interaction.Answer(Interaction.Author.MODEL, TutorMode.GUIDED, 1, 0.5, List.of(), "¿Qué probaste?");
        Interaction interaction = Interactions.after(Interactions.involved(1, 0.3), Interactions.with(answer));

        RiskProfile.Score score = score(interaction, RiskDimension.COGNITIVE);

        assertThat(score.value()).isCloseTo(1 - (1 - 0.15) * (1 - 0.25), within(1e-4));
        assertThat(score.evidence())
                .containsExactly(
                        "the AI involvement of this reply is 0.50",
                        "the mean AI involvement of 1 replies is 0.30, the policy's alert 0.60");
    }

    @Test
    void cognitive_risk_is_zero_when_the_alert_and_the_involvement_are_zero() {
        CoursePolicy strict = CoursePolicy.builder().dependencyAlert(0).build();
        Interaction interaction =
                Interactions.under(strict, Interactions.after(Interactions.involved(4, 0), Interactions.harmless()));

        RiskReport report = ANALYSIS.analyse(interaction);

        assertThat(report.profile().score(RiskDimension.COGNITIVE))
                .hasValueSatisfying(score -> assertThat(score.value()).isZero());
        assertThat(report.alerts()).isEmpty();
    }

    @Test
    void cognitive_risk_rises_when_there_are_many_hints() {
        ActivityState state = ActivityState.fresh();
        for (int i = 0; i < 6; i++) {
            state = state.hinted();
        }

        RiskProfile.Score score = score(Interactions.after(state, Interactions.harmless()), RiskDimension.COGNITIVE);

        assertThat(score.value()).isEqualTo(0.2);
        assertThat(score.evidence()).containsExactly("6 hints since help last went down");
    }

    @Test
    void ethical_risk_rises_when_a_finished_solution_is_asked_for_with_a_borrowed_authority() {
        Interaction interaction = Interactions.delegating(RiskLevel.HIGH, Map.of("authority", 2));

        RiskProfile.Score score = score(interaction, RiskDimension.ETHICAL);

        assertThat(score.value()).isCloseTo(1 - 0.7 * 0.6, within(1e-4));
        assertThat(score.evidence()).contains("2 signals of a borrowed authority");
    }

    @Test
    void epistemic_risk_is_absent_when_nobody_answered() {
        RiskProfile profile =
                ANALYSIS.analyse(Interactions.critical(false, Map.of())).profile();

        assertThat(profile.score(RiskDimension.EPISTEMIC)).isEmpty();
    }

    @Test
    void epistemic_risk_rises_when_a_model_explains_without_the_course_or_without_a_source() {
        Interaction general = Interactions.with(
                new Interaction.Answer(Interaction.Author.GENERAL_MODEL, null, 0, null, List.of(), "En general…"));
        Interaction uncited = Interactions.answered(Interaction.Author.MODEL, TutorMode.EXPLANATORY, 0);
        Interaction aboutTheStudent = Interactions.answered(Interaction.Author.MODEL, TutorMode.EMPATHETIC, 0);

        assertThat(score(general, RiskDimension.EPISTEMIC).value()).isEqualTo(0.3);
        assertThat(score(uncited, RiskDimension.EPISTEMIC).value()).isEqualTo(0.4);
        assertThat(score(aboutTheStudent, RiskDimension.EPISTEMIC).value()).isZero();
    }

    @Test
    void epistemic_risk_is_zero_when_a_model_only_asks() {
        Interaction asking = Interactions.with(new Interaction.Answer(
                Interaction.Author.MODEL,
                TutorMode.GUIDED,
                0,
                null,
                List.of(),
                "Vamos por partes. ¿Qué pasa con la clave cuando llega a la primera posición?"));

        assertThat(score(asking, RiskDimension.EPISTEMIC).value()).isZero();
    }

    @Test
    void technical_risk_adds_up_the_rules_that_fired_on_either_side() {
        Interaction.Message message =
                Interactions.saying("```\nstrcpy(a, b);\ngets(a);\n```").message();
        Interaction interaction = new Interaction(
                Interactions.origin("tp2", 0),
                message,
                Interactions.replying("```\nrequests.get(url, verify=False)\n```")
                        .answer(),
                ActivityState.fresh(),
                CoursePolicy.advanced());

        RiskProfile.Score score = score(interaction, RiskDimension.TECHNICAL);

        assertThat(score.value()).isCloseTo(1 - 0.5 * 0.4, within(1e-4));
        assertThat(score.evidence())
                .containsExactly(
                        "the rule unbounded_copy fired on the student's code; the student showed lines of code: 2, the reply: 1",
                        "the rule unverified_tls fired on the reply's code; the student showed lines of code: 2, the reply: 1");
    }

    @Test
    void technical_risk_is_zero_and_not_absent_when_the_code_is_harmless() {
        assertThat(score(Interactions.saying("```\nfor (int i = 0; i < n; i++) {}\n```"), RiskDimension.TECHNICAL)
                        .value())
                .isZero();
    }

    @Test
    void governance_risk_rises_when_the_rules_are_attacked_and_not_when_a_person_is_in_danger() {
        assertThat(score(Interactions.critical(false, Map.of("injection", 2)), RiskDimension.GOVERNANCE)
                        .value())
                .isEqualTo(0.8);
        assertThat(score(Interactions.critical(true, Map.of("danger", 1)), RiskDimension.GOVERNANCE)
                        .value())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = RiskDimension.class,
            names = {"COGNITIVE", "ETHICAL", "EPISTEMIC", "GOVERNANCE"})
    void finding_of_safety_counts_in_its_own_dimension(RiskDimension dimension) {
        RiskProfile warned = ANALYSIS.analyse(Interactions.found("r", Verdict.WARN, dimension))
                .profile();
        RiskProfile rewritten = ANALYSIS.analyse(Interactions.found("r", Verdict.REWRITE, dimension))
                .profile();
        RiskProfile blocked = ANALYSIS.analyse(Interactions.found("r", Verdict.BLOCK, dimension))
                .profile();

        assertThat(List.of(warned, rewritten, blocked))
                .extracting(profile -> profile.scores().get(dimension).value())
                .containsExactly(0.2, 0.4, 0.6);
        assertThat(blocked.highest()).contains(dimension);
        assertThat(blocked.scores().values())
                .filteredOn(score -> score.value() > 0)
                .hasSize(1);
    }

    @Test
    void same_check_counts_once_and_by_its_strictest_verdict_when_two_drafts_break_it() {
        Interaction.Answer answer = new Interaction.Answer(
                Interaction.Author.TEMPLATES,
                TutorMode.GUIDED,
                1,
                null,
                List.of(
                        new Interaction.Finding("solution_leak", Verdict.REWRITE, RiskDimension.ETHICAL),
                        new Interaction.Finding("solution_leak", Verdict.BLOCK, RiskDimension.ETHICAL)),
                "¿Qué probaste?");

        RiskProfile.Score score = score(Interactions.with(answer), RiskDimension.ETHICAL);

        assertThat(score.value()).isEqualTo(0.6);
        assertThat(score.evidence()).containsExactly("safety found solution_leak in a draft 2 times, at worst bloqueo");
    }

    @Test
    void text_stays_out_when_an_interaction_is_printed() {
        assertThat(Interactions.harmless().toString()).doesNotContain("Sultán").doesNotContain("probaste");
    }

    @Test
    void involvement_is_refused_when_it_is_no_share() {
        assertThatThrownBy(
                        () -> new Interaction.Answer(Interaction.Author.MODEL, TutorMode.GUIDED, 0, 1.2, List.of(), ""))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("involvement must be from 0 to 1");
    }

    @Property(tries = 300)
    void every_score_is_from_zero_to_one_whatever_happened(@ForAll("interactions") Interaction interaction) {
        RiskProfile profile = ANALYSIS.analyse(interaction).profile();

        assertThat(profile.scores().values())
                .allSatisfy(score -> assertThat(score.value()).isBetween(0.0, 1.0));
    }

    @Property(tries = 200)
    void cognitive_risk_never_falls_when_there_are_more_delegations(
            @ForAll("interactions") Interaction interaction, @ForAll @IntRange(min = 1, max = 40) int more) {
        ActivityState few = interaction.history();
        ActivityState many = new ActivityState(
                few.level(),
                few.delegations() + more,
                few.failedAttempts(),
                few.hints(),
                few.involvement(),
                few.waitingSince(),
                few.givenHints());

        double before = score(interaction, RiskDimension.COGNITIVE).value();
        double after = score(Interactions.after(many, interaction), RiskDimension.COGNITIVE)
                .value();

        assertThat(after).isGreaterThanOrEqualTo(before);
    }

    @Property(tries = 100)
    void cognitive_risk_never_falls_when_the_involvement_grows(
            @ForAll @DoubleRange(min = 0, max = 1) double one, @ForAll @DoubleRange(min = 0, max = 1) double other) {
        double less = score(
                        Interactions.after(Interactions.involved(3, Math.min(one, other)), Interactions.harmless()),
                        RiskDimension.COGNITIVE)
                .value();
        double more = score(
                        Interactions.after(Interactions.involved(3, Math.max(one, other)), Interactions.harmless()),
                        RiskDimension.COGNITIVE)
                .value();

        assertThat(more).isGreaterThanOrEqualTo(less);
    }

    @Provide
    Arbitrary<Interaction> interactions() {
        Arbitrary<Interaction.Message> messages = Combinators.combine(
                        Arbitraries.of(CognitiveIntent.class),
                        Arbitraries.of(RiskLevel.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.maps(
                                Arbitraries.of("injection", "own_work", "authority", "danger", "delegation"),
                                Arbitraries.integers().between(1, 9)))
                .as((intent, level, delegates, danger, signals) ->
                        new Interaction.Message(intent, level, delegates, danger, signals, "gets(s);\neval(input())"));
        Arbitrary<Interaction.Finding> findings = Combinators.combine(
                        Arbitraries.of("solution_leak", "citation_unknown", "tone", "level_code", "prompt_leak"),
                        Arbitraries.of(Verdict.class),
                        Arbitraries.of(RiskDimension.class))
                .as(Interaction.Finding::new);
        Arbitrary<Interaction.Answer> answers = Combinators.combine(
                        Arbitraries.of(Interaction.Author.class),
                        Arbitraries.of(TutorMode.class).injectNull(0.2),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.doubles().between(0, 1).injectNull(0.3),
                        findings.list().ofMaxSize(6))
                .as((author, mode, citations, involvement, found) ->
                        new Interaction.Answer(author, mode, citations, involvement, found, "x"));
        Arbitrary<ActivityState> states = Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.doubles().between(0, 1))
                .as((delegations, hints, replies, each) -> new ActivityState(
                        ActivityState.fresh().level(),
                        delegations,
                        0,
                        hints,
                        new ActivityState.Involvement(replies, replies * each),
                        null,
                        List.of()));
        Arbitrary<CoursePolicy> policies = Combinators.combine(
                        Arbitraries.doubles().between(0, 1), Arbitraries.of(true, false))
                .as((alert, justify) -> CoursePolicy.builder()
                        .dependencyAlert(alert)
                        .requireJustification(justify)
                        .build());
        return Combinators.combine(messages, answers, states, policies)
                .as((message, answer, state, policy) ->
                        new Interaction(Interactions.origin("tp2", 0), message, answer, state, policy));
    }

    private static RiskProfile.Score score(Interaction interaction, RiskDimension dimension) {
        return ANALYSIS.analyse(interaction).profile().score(dimension).orElseThrow();
    }
}
