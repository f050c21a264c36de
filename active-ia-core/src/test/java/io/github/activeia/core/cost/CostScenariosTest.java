package io.github.activeia.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.Account;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Money;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.llm.DataHandling;
import io.github.activeia.core.llm.LlmPrompt;
import io.github.activeia.core.llm.LlmResult;
import io.github.activeia.core.testing.ScriptedModel;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The design's scenarios, added up from a ledger. An interaction is one call of the tutor: 1,500 tokens of prompt (instructions, the
 * question and five passages) and 500 of answer; the gatekeeper, retrieval and safety work without a model.
 *
 * <p>The design's 0.0003 USD for an interaction is {@code (1,500 × 0.10 + 500 × 0.30) / 1,000,000}: the price of
 * {@code mistral-small-2506}, which the provider has since replaced. At the price of today's {@code mistral-small-latest} it is
 * {@code (1,500 × 0.15 + 500 × 0.60) / 1,000,000 = 0.000525}, three quarters more.
 */
class CostScenariosTest {
    private static final Instant MONDAY = Instant.parse("2026-06-01T09:00:00Z");
    private static final CourseId COURSE = new CourseId("algoritmos");
    private static final int INTERACTIONS = 20;

    private final CostLedger ledger = CostLedger.inMemory();
    private final PriceList prices = PriceList.shipped();

    @ParameterizedTest
    @CsvSource({
        "mistral, mistral-small-2506,    0.006",
        "gemini,  gemini-2.5-flash-lite, 0.007",
        "mistral, mistral-small-latest,  0.0105",
        "openai,  gpt-4o-mini,           0.0105",
        "gemini,  gemini-2.5-flash,      0.034",
    })
    void a_session_of_20_interactions_costs_what_the_arithmetic_says(String provider, String model, String cost) {
        session(1, 0, provider, model);

        CostReport report = report();

        assertThat(report.total().calls()).isEqualTo(20);
        assertThat(report.bySession().get(new SessionId("s-1-0")).costs()).containsExactly(usd(cost));
    }

    @Test
    void a_course_of_30_students_costs_about_3_dollars_a_month_at_the_price_of_the_design() {
        month("mistral-small-2506");

        CostReport report = report();

        // 30 students × 17 sessions × 0.006 USD; 17 sessions are four a week.
        assertThat(report.total().calls()).isEqualTo(30 * 17 * 20);
        assertThat(report.byMonth().get(YearMonth.of(2026, 6)).costs()).containsExactly(usd("3.06"));
        assertThat(report.bySession()).hasSize(510);
        assertThat(report.byAgent().get("tutor").costs()).containsExactly(usd("3.06"));
    }

    @Test
    void a_course_of_30_students_costs_over_5_dollars_a_month_at_the_price_of_today() {
        month("mistral-small-latest");

        assertThat(report().total().costs()).containsExactly(usd("5.355"));
    }

    @Test
    void the_month_is_projected_when_two_weeks_have_passed() {
        month("mistral-small-2506");

        List<Money> projected = report().projected(YearMonth.of(2026, 6), LocalDate.of(2026, 6, 14));

        // 8 sessions in the 14 days so far: 1.44 + 1.44 / 14 × 16 = 3.085714286.
        assertThat(projected).containsExactly(usd("3.085714286"));
    }

    @Test
    void a_local_model_costs_nothing_and_an_unlisted_one_nobody_knows_what() {
        session(1, 0, "ollama", "phi3");
        session(2, 0, "mistral", "mistral-of-next-year");

        CostReport report = report();

        assertThat(report.byProvider().get("ollama").costs()).containsExactly(Money.zero());
        assertThat(report.byProvider().get("mistral").costs()).isEmpty();
        assertThat(report.byProvider().get("mistral").unknown()).isEqualTo(20);
    }

    /** 17 sessions in June: Monday, Tuesday, Thursday and Friday, and the last Monday. */
    private void month(String model) {
        for (int student = 1; student <= 30; student++) {
            int held = 0;
            for (int day = 0; day < 30 && held < 17; day++) {
                if (List.of(0, 1, 3, 4).contains(day % 7)) {
                    session(student, day, "mistral", model);
                    held++;
                }
            }
        }
    }

    private void session(int student, int day, String provider, String model) {
        LlmResult answer =
                new LlmResult.Answered("¿Qué probaste?", provider, model, 1_500, 500, List.of(attempt(provider)));
        ScriptedModel tutor = ScriptedModel.returning(
                Collections.nCopies(INTERACTIONS, answer).toArray(LlmResult[]::new));
        for (int i = 0; i < INTERACTIONS; i++) {
            LlmResult.Answered answered = (LlmResult.Answered) tutor.ask(LlmPrompt.of("tutor", "pregunta"));
            ledger.record(entry(student, day, i, answered));
        }
    }

    private CostEntry entry(int student, int day, int minute, LlmResult.Answered answered) {
        Tokens tokens = Tokens.of(answered.inputTokens(), answered.outputTokens());
        boolean local = answered.provider().equals("ollama");
        Money cost = local
                ? Money.zero()
                : prices.cost(answered.provider(), answered.model(), tokens).orElse(null);
        return new CostEntry(
                MONDAY.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(minute)),
                Account.of(new StudentId("alumna-" + student), COURSE),
                new SessionId("s-" + student + "-" + day),
                "tutor",
                new ModelCall(
                        answered.provider(),
                        answered.model(),
                        local,
                        tokens,
                        cost,
                        answered.attempts().get(0).duration(),
                        answered.attempts().get(0).ending()));
    }

    private CostReport report() {
        return CostReport.of(
                ledger.entries(CostQuery.between(MONDAY, MONDAY.plus(Duration.ofDays(31)))), ZoneOffset.UTC);
    }

    private static LlmResult.Attempt attempt(String provider) {
        return new LlmResult.Attempt(provider, DataHandling.Place.CLOUD, "ok", Duration.ofMillis(1_200), null);
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance("USD"));
    }
}
