package io.github.activeia.core;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in one currency. An unknown cost is an absent {@code Money}, never zero.
 *
 * @param amount not negative
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) {
    /** Checks the amount, and drops its trailing zeros, so that equal amounts are equal. */
    public Money {
        amount = amount.stripTrailingZeros();
        if (amount.signum() < 0) {
            throw new InvalidValueException("amount", "not be negative", amount, "pass a cost, not a credit");
        }
    }

    /** Returns nothing spent, in US dollars: what a local answer costs. */
    public static Money zero() {
        return new Money(BigDecimal.ZERO, Currency.getInstance("USD"));
    }

    /**
     * Returns the sum of two amounts.
     *
     * @throws InvalidValueException if they are in two currencies, and neither is zero
     */
    public Money plus(Money other) {
        if (other.amount.signum() == 0) {
            return this;
        }
        if (amount.signum() == 0) {
            return other;
        }
        if (!currency.equals(other.currency)) {
            throw new InvalidValueException(
                    "amount",
                    "be in " + currency.getCurrencyCode(),
                    "in " + other.currency.getCurrencyCode(),
                    "keep prices in one currency");
        }
        return new Money(amount.add(other.amount), currency);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }
}
