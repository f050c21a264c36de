package io.github.activeia.core.cost;

import io.github.activeia.core.Money;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The sum of some entries.
 *
 * @param calls how many calls there were, failed ones included
 * @param failed how many of them brought no answer
 * @param unknown how many of them cost what nobody knows; they are in no sum
 * @param tokens the tokens that were counted
 * @param costs the known costs, exactly, one for each currency, by its code; empty where no cost is known
 */
public record CostTotal(long calls, long failed, long unknown, Tokens tokens, List<Money> costs) {
    /** Copies the list. */
    public CostTotal {
        costs = List.copyOf(costs);
    }

    static CostTotal of(Collection<CostEntry> entries) {
        long failed = 0;
        long unknown = 0;
        Tokens tokens = Tokens.NONE;
        Map<Currency, BigDecimal> sums = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        for (CostEntry entry : entries) {
            ModelCall call = entry.call();
            failed += call.succeeded() ? 0 : 1;
            tokens = call.tokens() == null ? tokens : tokens.plus(call.tokens());
            if (call.cost() == null) {
                unknown++;
            } else {
                sums.merge(call.cost().currency(), call.cost().amount(), BigDecimal::add);
            }
        }
        return new CostTotal(entries.size(), failed, unknown, tokens, money(sums));
    }

    private static List<Money> money(Map<Currency, BigDecimal> sums) {
        return sums.entrySet().stream()
                .map(sum -> new Money(sum.getValue(), sum.getKey()))
                .toList();
    }

    /** Returns the costs for people to read: what is not known is said, and is not 0. */
    public String costText() {
        String known = costs.stream().map(Money::toString).collect(Collectors.joining(" + "));
        if (unknown == 0) {
            return known.isEmpty() ? "-" : known;
        }
        return (known.isEmpty() ? "" : known + " + ") + unknown + " of unknown cost";
    }
}
