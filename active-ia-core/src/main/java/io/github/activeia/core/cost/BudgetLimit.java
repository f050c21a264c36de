package io.github.activeia.core.cost;

import io.github.activeia.core.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One limit of one budget, in whole units: requests, tokens, or billionths of a currency. A cost is rounded up to the next billionth.
 */
record BudgetLimit(Scope scope, Measure measure, Window window, long limit, @Nullable Currency currency) {
    private static final int BILLIONTH = 9;

    static List<BudgetLimit> of(Scope scope, Budget budget) {
        List<BudgetLimit> limits = new ArrayList<>();
        budget.requests()
                .ifPresent(most -> limits.add(new BudgetLimit(scope, Measure.REQUESTS, budget.window(), most, null)));
        budget.tokens()
                .ifPresent(most -> limits.add(new BudgetLimit(scope, Measure.TOKENS, budget.window(), most, null)));
        budget.money()
                .ifPresent(most -> limits.add(new BudgetLimit(
                        scope, Measure.MONEY, budget.window(), billionths(most.amount()), most.currency())));
        return limits;
    }

    /** Returns how much a spending takes of it, or empty where its price is not known in this currency. */
    OptionalLong amount(Spending spending) {
        return switch (measure) {
            case REQUESTS -> OptionalLong.of(spending.requests());
            case TOKENS -> OptionalLong.of(spending.tokens());
            case MONEY -> money(spending.money());
        };
    }

    BudgetLine line(long used, Instant resetsAt) {
        return new BudgetLine(scope, measure, window, natural(limit), natural(used), currency, resetsAt);
    }

    private OptionalLong money(@Nullable Money money) {
        if (money == null) {
            return OptionalLong.empty();
        }
        boolean counts = money.amount().signum() == 0 || money.currency().equals(currency);
        return counts ? OptionalLong.of(billionths(money.amount())) : OptionalLong.empty();
    }

    private BigDecimal natural(long units) {
        BigDecimal number = BigDecimal.valueOf(units);
        return measure == Measure.MONEY ? number.movePointLeft(BILLIONTH) : number;
    }

    private static long billionths(BigDecimal amount) {
        return amount.movePointRight(BILLIONTH)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }
}
