package io.github.activeia.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.Account;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Money;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.cost.CostEntry;
import io.github.activeia.core.cost.ModelCall;
import io.github.activeia.core.cost.PostgresCostLedger;
import io.github.activeia.core.cost.Tokens;
import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class CostTest {
    @Test
    void prints_what_a_course_cost_in_the_days_that_are_asked_for(TestDatabase database) {
        PostgresCostLedger ledger = PostgresCostLedger.of(database.dataSource());
        ledger.createTable();
        ledger.record(entry("2026-06-01T12:00:00Z", "algoritmos"));
        ledger.record(entry("2026-06-01T12:00:00Z", "redes"));
        ledger.record(entry("2026-07-01T12:00:00Z", "algoritmos"));
        StringWriter out = new StringWriter();

        int status = Lab.commandLine()
                .setOut(new PrintWriter(out, true))
                .execute(
                        "cost",
                        "--db",
                        database.jdbcUrl(),
                        "--from",
                        "2026-06-01",
                        "--to",
                        "2026-06-30",
                        "--course",
                        "algoritmos");

        assertThat(status).isZero();
        assertThat(out.toString())
                .contains("| total | 1 | 0 | 1500 | 500 |", "0.000525 USD")
                .doesNotContain("redes");
    }

    private static CostEntry entry(String at, String course) {
        Money cost = new Money(new BigDecimal("0.000525"), Currency.getInstance("USD"));
        return new CostEntry(
                Instant.parse(at),
                Account.of(new StudentId("ana"), new CourseId(course)),
                null,
                "tutor",
                new ModelCall(
                        "mistral",
                        "mistral-small-latest",
                        false,
                        Tokens.of(1_500, 500),
                        cost,
                        Duration.ofMillis(900),
                        "ok"));
    }
}
