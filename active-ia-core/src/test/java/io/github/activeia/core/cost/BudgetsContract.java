package io.github.activeia.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.Account;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Money;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.TenantId;
import io.github.activeia.core.cost.BudgetAnswer.Exhausted;
import io.github.activeia.core.cost.BudgetAnswer.Granted;
import io.github.activeia.core.cost.BudgetAnswer.Unpriced;
import io.github.activeia.core.testing.MutableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What budgets do over every store. */
abstract class BudgetsContract {
    private static final Instant MIDNIGHT = Instant.parse("2026-03-03T03:00:00Z");

    private final String test = UUID.randomUUID().toString();
    private final TenantId tenant = new TenantId("unc-" + test);
    private final Account ana = account("alumna-7", "algoritmos");
    private final Account bea = account("alumna-8", "algoritmos");
    final MutableClock clock = MutableClock.at("2026-03-02T10:00:00Z");

    abstract BudgetStore store();

    @Test
    void says_what_remains_and_when_it_resets_when_something_was_used() {
        Budgets budgets = budgets(Scope.STUDENT, Budget.builder().requests(3).money("0.10 USD"));
        reserve(budgets, ana, 1, 100, "0.03").settle(spending(1, 80, "0.0200000001"));

        BudgetStatus status = budgets.remaining(ana);

        assertThat(status.shared()).isTrue();
        assertThat(status.line(Scope.STUDENT, Measure.REQUESTS).orElseThrow().remaining())
                .isEqualByComparingTo("2");
        BudgetLine money = status.tightest(Measure.MONEY).orElseThrow();
        assertThat(money.used()).isEqualByComparingTo("0.020000001");
        assertThat(money.remaining()).isEqualByComparingTo("0.079999999");
        assertThat(money.resetsAt()).isEqualTo(MIDNIGHT);
        assertThat(money).hasToString("STUDENT MONEY per DAY: 0.020000001 of 0.1 USD, resets at 2026-03-03T03:00:00Z");
    }

    @Test
    void says_which_limit_when_it_is_used_up() {
        Budgets budgets = budgets(Scope.COURSE, Budget.builder().tokens(1_000));
        reserve(budgets, ana, 1, 600, "0");

        BudgetAnswer answer = budgets.reserve(bea, spending(1, 401, "0"));

        BudgetLine line = new BudgetLine(
                Scope.COURSE,
                Measure.TOKENS,
                Window.DAY,
                new BigDecimal("1000"),
                new BigDecimal("600"),
                null,
                MIDNIGHT);
        assertThat(answer).isEqualTo(new Exhausted(line, new BigDecimal("401")));
        assertThat(answer.allowance()).isEqualTo(Allowance.NO_MODEL);
        assertThat(budgets.reserve(bea, spending(1, 400, "0"))).isInstanceOf(Granted.class);
    }

    @Test
    void begins_anew_when_the_window_ends() {
        Budgets budgets = budgets(Scope.STUDENT, Budget.builder().requests(1));
        reserve(budgets, ana, 1, 0, "0");
        clock.advance(Duration.between(clock.instant(), MIDNIGHT).minusMillis(1));

        assertThat(budgets.reserve(ana, Spending.request())).isInstanceOf(Exhausted.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(budgets.reserve(ana, Spending.request())).isInstanceOf(Granted.class);
    }

    @Test
    void leaves_the_new_window_alone_when_a_call_of_the_old_one_is_settled() {
        Budgets budgets = budgets(Scope.STUDENT, Budget.builder().tokens(1_000));
        Reservation old = reserve(budgets, ana, 1, 700, "0");
        clock.advance(Duration.between(clock.instant(), MIDNIGHT));
        reserve(budgets, ana, 1, 900, "0");

        old.settle(spending(1, 10, "0"));

        assertThat(used(budgets, ana, Measure.TOKENS)).isEqualByComparingTo("900");
    }

    @Test
    void counts_nothing_anywhere_when_one_of_several_budgets_is_used_up() {
        Budgets budgets = Budgets.builder()
                .per(Scope.STUDENT, Budget.builder().requests(5).build())
                .per(
                        Scope.TENANT,
                        Budget.builder().requests(1).window(Window.MONTH).build())
                .store(store())
                .clock(clock)
                .build();
        reserve(budgets, ana, 1, 0, "0");

        BudgetAnswer answer = budgets.reserve(bea, Spending.request());

        assertThat(answer.allowance()).isEqualTo(Allowance.NOTHING);
        assertThat(budgets.remaining(bea)
                        .line(Scope.STUDENT, Measure.REQUESTS)
                        .orElseThrow()
                        .used())
                .isZero();
    }

    @Test
    void gives_everything_back_when_a_call_was_not_made() {
        Budgets budgets =
                budgets(Scope.STUDENT, Budget.builder().requests(1).tokens(10).money("1 USD"));
        Reservation reservation = reserve(budgets, ana, 1, 10, "1");

        reservation.release();
        reservation.release();
        reservation.settle(spending(1, 10, "1"));

        assertThat(budgets.remaining(ana).lines())
                .allSatisfy(line -> assertThat(line.used()).isZero());
    }

    @Test
    void keeps_the_reserve_when_nobody_knows_what_the_call_cost() {
        Budgets budgets = budgets(Scope.STUDENT, Budget.builder().tokens(100).money("1 USD"));

        reserve(budgets, ana, 1, 100, "0.4").settle(new Spending(1, 30, null));

        assertThat(used(budgets, ana, Measure.TOKENS)).isEqualByComparingTo("30");
        assertThat(used(budgets, ana, Measure.MONEY)).isEqualByComparingTo("0.4");
    }

    @Test
    void counts_past_the_limit_when_a_call_took_more_than_was_reserved() {
        Budgets budgets = budgets(Scope.STUDENT, Budget.builder().tokens(100));

        reserve(budgets, ana, 1, 90, "0").settle(spending(1, 130, "0"));

        assertThat(used(budgets, ana, Measure.TOKENS)).isEqualByComparingTo("130");
        assertThat(budgets.remaining(ana).tightest(Measure.TOKENS).orElseThrow().remaining())
                .isZero();
        assertThat(budgets.reserve(ana, spending(1, 1, "0"))).isInstanceOf(Exhausted.class);
        assertThat(budgets.reserve(ana, Spending.request())).isInstanceOf(Granted.class);
    }

    @Test
    void steps_down_before_it_refuses_when_money_then_tokens_then_requests_are_used_up() {
        Budgets budgets = budgets(
                Scope.STUDENT, Budget.builder().requests(3).tokens(2_000).money("0.001 USD"));
        Tokens call = Tokens.of(800, 200);
        reserve(budgets, ana, 1, call.total(), "0.001");

        assertThat(budgets.allowance(ana, spending(1, call.total(), "0.0001"))).isEqualTo(Allowance.CHEAPER_MODEL);
        assertThat(budgets.allowance(ana, Spending.free(1, call))).isEqualTo(Allowance.THIS_MODEL);
        reserve(budgets, ana, 1, call.total(), "0");
        assertThat(budgets.allowance(ana, Spending.free(1, call))).isEqualTo(Allowance.NO_MODEL);
        assertThat(budgets.allowance(ana, Spending.request())).isEqualTo(Allowance.THIS_MODEL);
        reserve(budgets, ana, 1, 0, "0");
        assertThat(budgets.allowance(ana, spending(1, call.total(), "1"))).isEqualTo(Allowance.NOTHING);
        assertThat(used(budgets, ana, Measure.REQUESTS)).isEqualByComparingTo("3");
    }

    @Test
    void grants_no_call_of_unknown_price_when_money_is_limited() {
        Budgets budgets = budgets(Scope.COURSE, Budget.builder().money("1 USD"));
        Money euro = new Money(BigDecimal.ONE, Currency.getInstance("EUR"));

        assertThat(budgets.reserve(ana, new Spending(1, 10, null))).isEqualTo(new Unpriced(Scope.COURSE));
        assertThat(budgets.reserve(ana, new Spending(1, 10, euro)).allowance()).isEqualTo(Allowance.CHEAPER_MODEL);
        assertThat(budgets.allowance(ana, new Spending(1, 10, null))).isEqualTo(Allowance.CHEAPER_MODEL);
        assertThat(budgets.reserve(ana, Spending.free(1, Tokens.of(5, 5)))).isInstanceOf(Granted.class);
    }

    @Test
    void has_no_budget_of_the_institution_when_there_is_only_one() {
        Budgets budgets = budgets(Scope.TENANT, Budget.builder().requests(0));
        Account alone = Account.of(ana.student(), ana.course());

        assertThat(budgets.reserve(ana, Spending.request())).isInstanceOf(Exhausted.class);
        assertThat(budgets.reserve(alone, new Spending(1, 1, null))).isInstanceOf(Granted.class);
        assertThat(budgets.remaining(alone).lines()).isEmpty();
    }

    @Test
    void counts_each_student_apart_when_institutions_use_the_same_ids() {
        Budgets budgets = budgets(Scope.STUDENT, Budget.builder().requests(1));
        Account other = new Account(ana.student(), ana.course(), new TenantId("utn-" + test));
        reserve(budgets, ana, 1, 0, "0");

        assertThat(budgets.reserve(other, Spending.request())).isInstanceOf(Granted.class);
        assertThat(budgets.reserve(account("alumna-7", "fisica"), Spending.request()))
                .isInstanceOf(Exhausted.class);
    }

    @Test
    void grants_exactly_the_limit_when_64_threads_ask() {
        Budgets budgets = budgets(
                Scope.COURSE, Budget.builder().requests(40).tokens(100_000).money("10 USD"));
        AtomicLong granted = new AtomicLong();

        Crowd.of(64).each(3, () -> {
            if (budgets.reserve(ana, spending(1, 1_000, "0.01")) instanceof Granted) {
                granted.incrementAndGet();
            }
        });

        assertThat(granted).hasValue(40);
        assertThat(used(budgets, ana, Measure.TOKENS)).isEqualByComparingTo("40000");
        assertThat(used(budgets, ana, Measure.MONEY)).isEqualByComparingTo("0.4");
    }

    @Test
    void never_passes_a_limit_when_threads_reserve_settle_and_release_at_once() {
        Budgets budgets = budgets(
                Scope.STUDENT, Budget.builder().requests(1_000).tokens(20_000).money("0.02 USD"));
        AtomicLong tokens = new AtomicLong();

        Crowd.of(16).each(12, () -> {
            if (budgets.reserve(ana, spending(1, 1_000, "0.001")) instanceof Granted granted) {
                boolean lost = Thread.currentThread().getId() % 4 == 0;
                granted.reservation().settle(lost ? Spending.NOTHING : spending(1, 700, "0.0007"));
                tokens.addAndGet(lost ? 0 : 700);
            }
        });

        assertThat(tokens.get()).isPositive().isLessThanOrEqualTo(20_000);
        assertThat(used(budgets, ana, Measure.TOKENS)).isEqualByComparingTo(BigDecimal.valueOf(tokens.get()));
        assertThat(used(budgets, ana, Measure.MONEY))
                .isEqualByComparingTo(BigDecimal.valueOf(tokens.get()).movePointLeft(6));
    }

    private Budgets budgets(Scope scope, Budget.Builder budget) {
        return Budgets.builder()
                .per(scope, budget.build())
                .store(store())
                .zone(ZoneId.of("America/Argentina/Mendoza"))
                .clock(clock)
                .build();
    }

    private static Reservation reserve(Budgets budgets, Account account, long requests, long tokens, String usd) {
        BudgetAnswer answer = budgets.reserve(account, spending(requests, tokens, usd));
        assertThat(answer).isInstanceOf(Granted.class);
        return ((Granted) answer).reservation();
    }

    private static BigDecimal used(Budgets budgets, Account account, Measure measure) {
        return budgets.remaining(account).tightest(measure).orElseThrow().used();
    }

    static Spending spending(long requests, long tokens, String usd) {
        return new Spending(requests, tokens, new Money(new BigDecimal(usd), Currency.getInstance("USD")));
    }

    private Account account(String student, String course) {
        return new Account(new StudentId(student), new CourseId(course), tenant);
    }
}
