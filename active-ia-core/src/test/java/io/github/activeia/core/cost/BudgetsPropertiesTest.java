package io.github.activeia.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.Account;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Money;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.cost.BudgetAnswer.Granted;
import io.github.activeia.core.testing.MutableClock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

class BudgetsPropertiesTest {
    private static final Account ANA = Account.of(new StudentId("alumna-7"), new CourseId("algoritmos"));
    private static final Currency USD = Currency.getInstance("USD");
    private static final long MOST_TOKENS = 5_000;

    /** What happens to one call: its bound, what it really took in thousandths of it, and whether it is still open at the end. */
    record Step(long tokens, long billionths, int share, boolean open) {}

    private record Held(Reservation reservation, Step step) {}

    @Property(tries = 300)
    void used_is_the_sum_and_never_passes_the_limit_when_calls_come_and_go(@ForAll("steps") List<Step> steps) {
        Budgets budgets = Budgets.builder()
                .per(
                        Scope.STUDENT,
                        Budget.builder()
                                .requests(20)
                                .tokens(MOST_TOKENS)
                                .money("0.000005 USD")
                                .build())
                .clock(MutableClock.at("2026-03-02T10:00:00Z"))
                .build();
        Deque<Held> held = new ArrayDeque<>();
        long requests = 0;
        long tokens = 0;
        long billionths = 0;

        for (Step step : steps) {
            boolean fits = requests < 20
                    && (step.tokens() == 0 || tokens + step.tokens() <= MOST_TOKENS)
                    && (step.billionths() == 0 || billionths + step.billionths() <= 5_000);
            BudgetAnswer answer = budgets.reserve(ANA, spending(step.tokens(), step.billionths()));
            assertThat(answer instanceof Granted).isEqualTo(fits);
            if (answer instanceof Granted granted) {
                requests++;
                tokens += step.tokens();
                billionths += step.billionths();
                held.add(new Held(granted.reservation(), step));
            }
            if (!step.open() && !held.isEmpty()) {
                Held ended = held.remove();
                Step was = ended.step();
                long usedTokens = was.tokens() * was.share() / 1000;
                long usedMoney = was.billionths() * was.share() / 1000;
                ended.reservation().settle(was.share() == 0 ? Spending.NOTHING : spending(usedTokens, usedMoney));
                requests -= was.share() == 0 ? 1 : 0;
                tokens -= was.tokens() - usedTokens;
                billionths -= was.billionths() - usedMoney;
            }
            assertThat(used(budgets, Measure.REQUESTS)).isEqualByComparingTo(BigDecimal.valueOf(requests));
            assertThat(used(budgets, Measure.TOKENS))
                    .isEqualByComparingTo(BigDecimal.valueOf(tokens))
                    .isLessThanOrEqualTo(BigDecimal.valueOf(MOST_TOKENS));
            assertThat(used(budgets, Measure.MONEY))
                    .isEqualByComparingTo(BigDecimal.valueOf(billionths, 9))
                    .isLessThanOrEqualTo(new BigDecimal("0.000005"));
        }
    }

    @Property
    void costs_are_exact_and_additive_when_calls_are_added_up(
            @ForAll @LongRange(max = 2_000_000) long input,
            @ForAll @LongRange(max = 2_000_000) long output,
            @ForAll @LongRange(max = 100) long calls,
            @ForAll @BigRange(min = "0", max = "100") @Scale(4) BigDecimal inputPrice,
            @ForAll @BigRange(min = "0", max = "100") @Scale(4) BigDecimal outputPrice) {
        Price price = new Price(inputPrice, outputPrice, null, USD);
        BigDecimal one = price.cost(Tokens.of(input, output)).amount();

        BigDecimal all = price.cost(Tokens.of(input * calls, output * calls)).amount();

        assertThat(all).isEqualByComparingTo(one.multiply(BigDecimal.valueOf(calls)));
        assertThat(one.multiply(BigDecimal.valueOf(1_000_000)))
                .isEqualByComparingTo(inputPrice
                        .multiply(BigDecimal.valueOf(input))
                        .add(outputPrice.multiply(BigDecimal.valueOf(output))));
    }

    @Property
    void counts_a_cost_rounded_up_and_by_less_than_a_billionth(
            @ForAll @BigRange(min = "0", max = "10") @Scale(13) BigDecimal amount) {
        BudgetLimit limit = new BudgetLimit(Scope.STUDENT, Measure.MONEY, Window.DAY, 0, USD);

        long counted = limit.amount(new Spending(1, 0, new Money(amount, USD))).orElseThrow();

        BigDecimal back = BigDecimal.valueOf(counted, 9);
        assertThat(back).isGreaterThanOrEqualTo(amount);
        assertThat(back.subtract(amount)).isLessThan(new BigDecimal("0.000000001"));
        assertThat(back).isEqualByComparingTo(amount.setScale(9, RoundingMode.CEILING));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 2_000),
                        Arbitraries.longs().between(0, 2_000),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    private static BigDecimal used(Budgets budgets, Measure measure) {
        return budgets.remaining(ANA).line(Scope.STUDENT, measure).orElseThrow().used();
    }

    private static Spending spending(long tokens, long billionths) {
        return new Spending(1, tokens, new Money(BigDecimal.valueOf(billionths, 9), USD));
    }
}
