package io.github.activeia.agents.leak;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A number that is written in words, as it is read word by word. Confined to one thread. */
final class NumberWords {
    /** Below, a word is more often an article than a number, unless it stands within one. */
    private static final int FEWEST = 3;

    private static final Set<String> POINT = Set.of("coma", "punto", "point");
    private static final Set<String> AND = Set.of("y", "and");
    private static final Map<String, Integer> PARTS = Map.ofEntries(
            Map.entry("medio", 2),
            Map.entry("media", 2),
            Map.entry("medios", 2),
            Map.entry("half", 2),
            Map.entry("halves", 2),
            Map.entry("tercio", 3),
            Map.entry("tercios", 3),
            Map.entry("third", 3),
            Map.entry("thirds", 3),
            Map.entry("cuarto", 4),
            Map.entry("cuartos", 4),
            Map.entry("quarter", 4),
            Map.entry("quarters", 4),
            Map.entry("fourths", 4),
            Map.entry("quinto", 5),
            Map.entry("quintos", 5),
            Map.entry("fifth", 5),
            Map.entry("fifths", 5),
            Map.entry("sexto", 6),
            Map.entry("sextos", 6),
            Map.entry("sixths", 6),
            Map.entry("septimos", 7),
            Map.entry("sevenths", 7),
            Map.entry("octavos", 8),
            Map.entry("eighths", 8),
            Map.entry("novenos", 9),
            Map.entry("ninths", 9),
            Map.entry("decimo", 10),
            Map.entry("decimos", 10),
            Map.entry("decima", 10),
            Map.entry("decimas", 10),
            Map.entry("tenth", 10),
            Map.entry("tenths", 10),
            Map.entry("centesimas", 100),
            Map.entry("centesimos", 100),
            Map.entry("hundredths", 100));

    private final Map<String, Integer> words;
    private long sum = -1;

    /** What is counted in thousands and millions already, which a later word adds to and does not multiply. */
    private long counted;

    private int lastWord;
    private StringBuilder decimals = new StringBuilder();
    private boolean point;
    private int parts = 1;
    private int small = -1;
    private int start;
    private int end;

    NumberWords(Map<String, Integer> words) {
        this.words = words;
    }

    record Written(BigDecimal value, int start, int end, String unit) {}

    /** Returns whether a number was begun and not ended. */
    boolean isBegun() {
        return sum != -1;
    }

    /** Returns whether a word goes on with the number, or begins one. */
    boolean takes(String word, int from, int to) {
        Integer number = words.get(word);
        if (sum < 0) {
            if (number == null) {
                return true;
            }
            start = from;
            end = to;
            counted = 0;
            sum = 0;
            add(number);
            lastWord = number;
            small = number < FEWEST ? number : -1;
            return true;
        }
        if (point && number != null && number < 1000) {
            decimals.append(decimals.isEmpty() || number >= 10 || lastWord < 20 ? String.valueOf(number) : "");
            if (lastWord >= 20 && number < 10 && !decimals.isEmpty()) {
                decimals.setCharAt(decimals.length() - 1, (char) ('0' + number));
            }
            lastWord = number;
            end = to;
            return true;
        }
        if (number != null && fits(number)) {
            add(number);
            lastWord = number;
            small = -1;
            end = to;
            return true;
        }
        if (AND.contains(word) && (sum >= 20 || point)) {
            return true;
        }
        if (POINT.contains(word) && !point) {
            point = true;
            small = -1;
            lastWord = 0;
            return true;
        }
        Integer part = PARTS.get(word);
        if (part != null && parts == 1) {
            parts = part;
            small = -1;
            end = to;
            return true;
        }
        return false;
    }

    private void add(int number) {
        long rest = sum - counted;
        if (number >= 1000) {
            counted = counted < number ? Math.max(1, sum) * number : counted + Math.max(1, rest) * number;
            sum = counted;
        } else {
            sum = counted + (number >= 100 && rest < number ? Math.max(1, rest) * number : rest + number);
        }
    }

    private boolean fits(int number) {
        return number >= 100 || (lastWord >= 20 && number < lastWord && (lastWord < 100 ? number < 10 : true));
    }

    /** Ends the number, if one was begun, before a word. */
    Optional<Written> end(String next) {
        long whole = sum;
        boolean none = whole < 0 || small >= 0;
        BigDecimal value = none ? BigDecimal.ZERO : new BigDecimal(whole + (decimals.isEmpty() ? "" : "." + decimals));
        BigDecimal divided = parts == 1 ? value : value.divide(BigDecimal.valueOf(parts), MathContext.DECIMAL32);
        sum = -1;
        small = -1;
        point = false;
        parts = 1;
        decimals = new StringBuilder();
        return none
                ? Optional.empty()
                : Optional.of(new Written(divided, start, end, next.isEmpty() ? "" : Folded.stem(next)));
    }
}
