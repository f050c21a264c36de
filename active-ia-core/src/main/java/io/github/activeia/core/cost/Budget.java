package io.github.activeia.core.cost;

import static io.github.activeia.core.Property.once;

import io.github.activeia.core.Faults;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What may be used within a window; what is not limited is not counted. Immutable and thread-safe.
 *
 * <pre>{@code
 * Budget budget = Budget.builder().requests(60).tokens(100_000).money("0.10 USD").window(Window.DAY).build();
 * }</pre>
 */
public final class Budget {
    /** Whatever is counted stays below 2^53, which the numbers of a Redis script hold exactly. */
    private static final long MOST = 1_000_000_000_000L;

    private static final int MONEY_DIGITS = 9;

    private final @Nullable Long requests;
    private final @Nullable Long tokens;
    private final @Nullable Money money;
    private final Window window;

    private Budget(Builder builder) {
        requests = builder.requests;
        tokens = builder.tokens;
        money = builder.money;
        window = Objects.requireNonNullElse(builder.window, Window.DAY);
    }

    /** Starts a budget without limits, for a day. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns how many questions; default without limit. */
    public OptionalLong requests() {
        return requests == null ? OptionalLong.empty() : OptionalLong.of(requests);
    }

    /** Returns how many tokens, input and output together; default without limit. */
    public OptionalLong tokens() {
        return tokens == null ? OptionalLong.empty() : OptionalLong.of(tokens);
    }

    /** Returns how much money; default without limit. */
    public Optional<Money> money() {
        return Optional.ofNullable(money);
    }

    /** Returns the time for which it counts; default {@link Window#DAY}. */
    public Window window() {
        return window;
    }

    /** Collects the limits; each may be set once. Not thread-safe. */
    public static final class Builder {
        private @Nullable Long requests;
        private @Nullable Long tokens;
        private @Nullable Money money;
        private @Nullable Window window;

        private Builder() {}

        /** Sets {@link Budget#requests()}, from 0 to 1,000,000,000,000. */
        public Builder requests(long value) {
            requests = once("requests", requests, value);
            return this;
        }

        /** Sets {@link Budget#tokens()}, from 0 to 1,000,000,000,000. */
        public Builder tokens(long value) {
            tokens = once("tokens", tokens, value);
            return this;
        }

        /** Sets {@link Budget#money()}, up to 1,000,000 of the currency and with at most 9 decimal places. */
        public Builder money(Money value) {
            money = once("money", money, value);
            return this;
        }

        /**
         * Sets {@link Budget#money()} from an amount and a currency, written such as {@code 0.10 USD}.
         *
         * @throws InvalidValueException if it is not written so
         */
        public Builder money(String value) {
            return money(parse(value));
        }

        /** Sets {@link Budget#window()}. */
        public Builder window(Window value) {
            window = once("window", window, value);
            return this;
        }

        /**
         * Builds the budget.
         *
         * @throws io.github.activeia.core.ConfigurationException with every limit that is out of range, or if there is none
         */
        public Budget build() {
            Faults faults = new Faults()
                    .require(
                            requests != null || tokens != null || money != null,
                            "budget",
                            "limit requests, tokens or money",
                            "without a limit",
                            "set a limit, or leave the budget out");
            range(faults, "requests", requests);
            range(faults, "tokens", tokens);
            if (money != null) {
                faults.require(
                        money.amount().compareTo(Spending.MOST_MONEY) <= 0
                                && money.amount().scale() <= MONEY_DIGITS,
                        "money",
                        "be at most " + Spending.MOST_MONEY + " with at most " + MONEY_DIGITS + " decimal places",
                        money,
                        "round it, or leave it out for no limit");
            }
            faults.throwIfAny();
            return new Budget(this);
        }

        private static void range(Faults faults, String property, @Nullable Long value) {
            faults.require(
                    value == null || (value >= 0 && value <= MOST),
                    property,
                    "be from 0 to " + MOST,
                    value,
                    "leave it out for no limit");
        }

        private static Money parse(String value) {
            String[] words = value.strip().split("\\s+", -1);
            try {
                if (words.length == 2) {
                    return new Money(new BigDecimal(words[0]), Currency.getInstance(words[1]));
                }
            } catch (IllegalArgumentException | InvalidValueException unusable) {
                // The message below says more.
            }
            throw new InvalidValueException(
                    "money",
                    "be an amount that is not negative, and a currency",
                    value.isBlank() ? "blank" : value,
                    "write it as 0.10 USD");
        }
    }
}
