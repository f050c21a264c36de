package io.github.activeia.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.Account;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Money;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.TenantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every ledger does. */
abstract class CostLedgerContract {
    static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    static final Account ANA = new Account(new StudentId("alumna-7"), new CourseId("algoritmos"), new TenantId("unc"));
    static final Account BEA = Account.of(new StudentId("alumna-8"), new CourseId("fisica"));

    /** Returns an empty ledger. */
    abstract CostLedger ledger();

    @Test
    void returns_what_was_written_when_everything_is_known() {
        CostLedger ledger = ledger();
        CostEntry entry = new CostEntry(
                TEN.plusNanos(123_456_789),
                ANA,
                new SessionId("s-1"),
                "tutor",
                new ModelCall(
                        "mistral",
                        "mistral-small-latest",
                        false,
                        new Tokens(1_500, 500, 200),
                        new Money(new BigDecimal("0.0004980000001"), Currency.getInstance("EUR")),
                        Duration.ofNanos(1_234_567_891),
                        "ok"));

        ledger.record(entry);

        assertThat(ledger.entries(day())).containsExactly(entry);
    }

    @Test
    void returns_nothing_for_what_is_not_known_when_a_call_failed() {
        CostLedger ledger = ledger();
        CostEntry entry = new CostEntry(
                TEN, BEA, null, "tutor", new ModelCall("ollama", "phi3", true, null, null, Duration.ZERO, "timeout"));

        ledger.record(entry);

        CostEntry read = ledger.entries(day()).get(0);
        assertThat(read).isEqualTo(entry);
        assertThat(read.call().cost()).isNull();
        assertThat(read.call().succeeded()).isFalse();
    }

    @Test
    void keeps_zero_apart_from_unknown_when_a_call_is_free() {
        CostLedger ledger = ledger();
        ledger.record(entry(TEN, ANA, Money.zero()));

        assertThat(ledger.entries(day()).get(0).call().cost()).isEqualTo(Money.zero());
    }

    @Test
    void returns_entries_by_time_when_they_were_written_in_another_order() {
        CostLedger ledger = ledger();
        ledger.record(entry(TEN.plusSeconds(2), ANA, null));
        ledger.record(entry(TEN.plusSeconds(1), ANA, null));

        assertThat(ledger.entries(day()))
                .extracting(CostEntry::at)
                .containsExactly(TEN.plusSeconds(1), TEN.plusSeconds(2));
    }

    @Test
    void holds_the_first_moment_and_not_the_last_when_a_time_is_asked_for() {
        CostLedger ledger = ledger();
        ledger.record(entry(TEN, ANA, null));

        assertThat(ledger.entries(CostQuery.between(TEN, TEN.plusMillis(1)))).hasSize(1);
        assertThat(ledger.entries(CostQuery.between(TEN.minusMillis(1), TEN))).isEmpty();
    }

    @Test
    void returns_what_matches_all_parts_when_a_query_has_several() {
        CostLedger ledger = ledger();
        ledger.record(entry(TEN, ANA, null));
        ledger.record(entry(TEN, BEA, null));

        assertThat(ledger.entries(day().of(BEA.course())))
                .extracting(CostEntry::account)
                .containsExactly(BEA);
        assertThat(ledger.entries(day().of(new TenantId("unc"))))
                .extracting(CostEntry::account)
                .containsExactly(ANA);
        assertThat(ledger.entries(day().of(ANA.student()).of(BEA.course()))).isEmpty();
    }

    @Test
    void keeps_an_id_as_it_is_when_it_looks_like_sql() {
        CostLedger ledger = ledger();
        Account odd = Account.of(new StudentId("x'); drop table y; --"), new CourseId("a|b\"c"));
        ledger.record(entry(TEN, odd, null));

        List<CostEntry> found = ledger.entries(day().of(odd.student()).of(odd.course()));

        assertThat(found).extracting(CostEntry::account).containsExactly(odd);
    }

    @Test
    void forgets_a_student_and_nobody_else_when_it_is_told_to() {
        CostLedger ledger = ledger();
        ledger.record(entry(TEN, ANA, null));
        ledger.record(entry(TEN, BEA, null));

        long forgotten = ledger.forget(day().of(ANA.student()));

        assertThat(forgotten).isEqualTo(1);
        assertThat(ledger.entries(day())).extracting(CostEntry::account).containsExactly(BEA);
    }

    static CostQuery day() {
        return CostQuery.between(TEN.minus(Duration.ofHours(10)), TEN.plus(Duration.ofHours(14)));
    }

    static CostEntry entry(Instant at, Account account, Money cost) {
        return new CostEntry(
                at, account, null, "tutor", new ModelCall("p", "m", false, Tokens.NONE, cost, Duration.ZERO, "ok"));
    }
}
