package io.github.activeia.core.cost;

import io.github.activeia.core.Faults;
import io.github.activeia.core.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a question takes from its budgets: before the call an upper bound, after it what it really took.
 *
 * @param requests 1 with the first call of a question, 0 with the further ones
 * @param tokens input and output together; from 0 to 1,000,000,000
 * @param money the cost, or null where it is not known; up to 1,000,000 of the currency
 */
public record Spending(long requests, long tokens, @Nullable Money money) {
    static final long MOST_TOKENS = 1_000_000_000L;
    static final BigDecimal MOST_MONEY = BigDecimal.valueOf(1_000_000);

    /** Nothing at all: what a call took that was never made. */
    public static final Spending NOTHING = new Spending(0, 0, Money.zero());

    /** Checks the ranges. */
    public Spending {
        new Faults()
                .require(requests >= 0 && requests <= MOST_TOKENS, "requests", "not be negative", requests, "use 1")
                .require(
                        tokens >= 0 && tokens <= MOST_TOKENS,
                        "tokens",
                        "be from 0 to " + MOST_TOKENS,
                        tokens,
                        "pass the bound of one question")
                .require(
                        money == null || money.amount().compareTo(MOST_MONEY) <= 0,
                        "money",
                        "be at most " + MOST_MONEY,
                        money,
                        "pass the bound of one question")
                .throwIfAny();
    }

    /** Returns a question that is answered without a model. */
    public static Spending request() {
        return free(1, Tokens.NONE);
    }

    /** Returns a call of a local model, which costs nothing. */
    public static Spending free(long requests, Tokens tokens) {
        return new Spending(requests, tokens.total(), Money.zero());
    }

    /** Returns a call of a model that costs money, or whose price is not known. */
    public static Spending of(long requests, Tokens tokens, @Nullable Money money) {
        return new Spending(requests, tokens.total(), money);
    }
}
