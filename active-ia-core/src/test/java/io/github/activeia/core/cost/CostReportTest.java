package io.github.activeia.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.Account;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Money;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.StudentId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostReportTest {
    private static final ZoneId MENDOZA = ZoneId.of("America/Argentina/Mendoza");
    private static final Tokens CALL = Tokens.of(1_000, 100);

    @Test
    void counts_unknown_costs_apart_and_never_as_zero_when_it_adds_up() {
        CostReport report = CostReport.of(
                List.of(
                        entry("2026-03-02T10:00:00Z", "s-1", "tutor", "mistral", usd("0.0003"), "ok"),
                        entry("2026-03-02T10:01:00Z", "s-1", "tutor", "mistral", null, "timeout"),
                        entry("2026-03-02T10:02:00Z", "s-1", "tutor", "ollama", Money.zero(), "ok")),
                ZoneOffset.UTC);

        assertThat(report.total()).isEqualTo(new CostTotal(3, 1, 1, Tokens.of(3_000, 300), List.of(usd("0.0003"))));
        assertThat(report.total().costText()).isEqualTo("0.0003 USD + 1 of unknown cost");
        assertThat(report.byProvider().get("ollama").costText()).isEqualTo("0 USD");
        assertThat(report.byProvider().get("mistral").unknown()).isEqualTo(1);
    }

    @Test
    void has_no_sum_when_no_cost_is_known() {
        CostReport report =
                CostReport.of(List.of(entry("2026-03-02T10:00:00Z", null, "tutor", "new", null, "ok")), ZoneOffset.UTC);

        assertThat(report.total().costs()).isEmpty();
        assertThat(report.total().costText()).isEqualTo("1 of unknown cost");
        assertThat(report.projected(YearMonth.of(2026, 3), LocalDate.of(2026, 3, 2)))
                .isEmpty();
    }

    @Test
    void keeps_currencies_apart_when_there_are_several() {
        Money euro = new Money(new BigDecimal("0.5"), Currency.getInstance("EUR"));
        CostReport report = CostReport.of(
                List.of(
                        entry("2026-03-02T10:00:00Z", null, "tutor", "a", usd("0.1"), "ok"),
                        entry("2026-03-02T10:00:00Z", null, "tutor", "b", euro, "ok")),
                ZoneOffset.UTC);

        assertThat(report.total().costs()).containsExactly(euro, usd("0.1"));
    }

    @Test
    void divides_days_and_months_by_the_zone_when_midnight_is_near() {
        CostReport report = CostReport.of(
                List.of(
                        entry("2026-04-01T02:59:59Z", "s-1", "tutor", "p", usd("1"), "ok"),
                        entry("2026-04-01T03:00:00Z", "s-2", "gatekeeper", "p", usd("2"), "ok")),
                MENDOZA);

        assertThat(report.byDay().keySet()).containsExactly(LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 1));
        assertThat(report.byMonth().get(YearMonth.of(2026, 4)).costs()).containsExactly(usd("2"));
        assertThat(report.bySession().get(new SessionId("s-1")).costs()).containsExactly(usd("1"));
        assertThat(report.byAgent().get("gatekeeper").costs()).containsExactly(usd("2"));
        assertThat(report.byCourse().get(new CourseId("algo|ritmos")).calls()).isEqualTo(2);
    }

    @Test
    void projects_what_was_spent_over_the_days_to_come_when_the_month_is_not_over() {
        CostReport report = CostReport.of(
                List.of(
                        entry("2026-03-01T12:00:00Z", null, "tutor", "p", usd("100"), "ok"),
                        entry("2026-04-06T12:00:00Z", null, "tutor", "p", usd("0.05"), "ok"),
                        entry("2026-04-10T12:00:00Z", null, "tutor", "p", usd("0.05"), "ok"),
                        entry("2026-04-11T12:00:00Z", null, "tutor", "p", usd("100"), "ok")),
                ZoneOffset.UTC);

        // 0.10 in the 5 days from the 6th to the 10th, and 20 days to come: 0.10 + 0.10 / 5 × 20.
        assertThat(report.projected(YearMonth.of(2026, 4), LocalDate.of(2026, 4, 10)))
                .containsExactly(usd("0.5"));
        assertThat(report.projected(YearMonth.of(2026, 4), LocalDate.of(2026, 4, 30)))
                .containsExactly(usd("100.1"));
    }

    @Test
    void says_so_when_today_is_in_another_month() {
        CostReport report = CostReport.of(List.of(), ZoneOffset.UTC);

        assertThatThrownBy(() -> report.projected(YearMonth.of(2026, 4), LocalDate.of(2026, 5, 1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("today must be in the month, but was 2026-05-01");
    }

    @Test
    void is_a_table_for_people_when_it_is_printed() {
        CostReport report = CostReport.of(
                List.of(
                        entry("2026-03-02T10:00:00Z", "s-1", "tutor", "mistral", usd("0.0003"), "ok"),
                        entry("2026-03-03T10:00:00Z", "s-2", "tutor", "mistral", usd("0.0006"), "ok")),
                ZoneOffset.UTC);

        assertThat(report)
                .asString()
                .contains("| total | 2 | 0 | 2000 | 200 | 0.0009 USD |")
                .contains("2 sessions, mean 0.00045 USD")
                .contains("| 2026-03-02 | 1 | 0 | 1000 | 100 | 0.0003 USD |")
                .contains("| algo\\|ritmos | 2 |")
                .doesNotContain("alumna");
        assertThat(CostReport.of(List.of(), ZoneOffset.UTC).toMarkdown()).contains("| total | 0 | 0 | 0 | 0 | - |");
    }

    private static CostEntry entry(
            String at, String session, String agent, String provider, Money cost, String outcome) {
        return new CostEntry(
                Instant.parse(at),
                Account.of(new StudentId("alumna-7"), new CourseId("algo|ritmos")),
                session == null ? null : new SessionId(session),
                agent,
                new ModelCall(provider, "m", false, CALL, cost, Duration.ofMillis(900), outcome));
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance("USD"));
    }
}
