package io.github.activeia.core.cost;

import io.github.activeia.core.Faults;
import io.github.activeia.core.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a model costs for each million tokens. Amounts are exact: nothing here is a floating-point number or rounded.
 *
 * @param inputPerMillion for the tokens of the prompt, not negative
 * @param outputPerMillion for the tokens that the model writes, not negative
 * @param cachedInputPerMillion for tokens of the prompt that the provider had in its cache, or null where they cost the same
 * @param currency of all three
 */
public record Price(
        BigDecimal inputPerMillion,
        BigDecimal outputPerMillion,
        @Nullable BigDecimal cachedInputPerMillion,
        Currency currency) {
    private static final int MILLION = 6;

    /** Checks the amounts. */
    public Price {
        Faults faults = new Faults();
        check(faults, "input price", inputPerMillion);
        check(faults, "output price", outputPerMillion);
        check(faults, "cached input price", Objects.requireNonNullElse(cachedInputPerMillion, BigDecimal.ZERO));
        faults.throwIfAny();
    }

    /** Returns a price in US dollars, without a discount for cached input, from amounts written such as {@code 0.15}. */
    public static Price usd(String inputPerMillion, String outputPerMillion) {
        return new Price(
                new BigDecimal(inputPerMillion), new BigDecimal(outputPerMillion), null, Currency.getInstance("USD"));
    }

    /**
     * Returns the cost of tokens: {@code (fresh input × input price + cached input × cached price + output × output price) /
     * 1,000,000}, where fresh input is what did not come from the cache.
     */
    public Money cost(Tokens tokens) {
        BigDecimal cached = Objects.requireNonNullElse(cachedInputPerMillion, inputPerMillion);
        BigDecimal millionfold = times(inputPerMillion, tokens.input() - tokens.cachedInput())
                .add(times(cached, tokens.cachedInput()))
                .add(times(outputPerMillion, tokens.output()));
        return new Money(millionfold.movePointLeft(MILLION), currency);
    }

    private static BigDecimal times(BigDecimal price, long tokens) {
        return price.multiply(BigDecimal.valueOf(tokens));
    }

    private static void check(Faults faults, String property, BigDecimal price) {
        faults.require(price.signum() >= 0, property, "not be negative", price, "write what the provider charges");
    }
}
