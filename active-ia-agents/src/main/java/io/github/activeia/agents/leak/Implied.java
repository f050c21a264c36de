package io.github.activeia.agents.leak;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Results that a text does not write down and that anybody works out: half of 104, four dozen, 243 − 32, one less than yours. */
final class Implied {
    private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
    private static final Map<String, String> ROUND = Map.of(
            "medio millar", "500",
            "media centena", "50",
            "medio centenar", "50",
            "media docena", "6",
            "half a dozen", "6",
            "half a hundred", "50",
            "half a thousand", "500",
            "medio millon", "500000",
            "half a million", "500000");
    private static final List<Times> TIMES = List.of(
            new Times(
                    "(?:mitad|half)(?: de| of| the)*(?: los| las)? " + NUMBER,
                    BigDecimal.valueOf(5).movePointLeft(1)),
            new Times(
                    "(?:cuarta parte|un cuarto|a quarter)(?: de| of)+(?: los| las)? " + NUMBER,
                    BigDecimal.valueOf(25).movePointLeft(2)),
            new Times("(?:doble|twice|double)(?: de| of)?(?: los| las)? " + NUMBER, BigDecimal.valueOf(2)),
            new Times("(?:triple|thrice|three times)(?: de| of)?(?: los| las)? " + NUMBER, BigDecimal.valueOf(3)));
    private static final List<Times> DOZENS = List.of(
            new Times(NUMBER + " (?:docenas?|dozens?)", BigDecimal.valueOf(12)),
            new Times(NUMBER + " (?:decenas?|tens)", BigDecimal.TEN),
            new Times(NUMBER + " (?:centenas?|centenares)", BigDecimal.valueOf(100)),
            new Times(NUMBER + " millares", BigDecimal.valueOf(1000)));
    private static final Map<String, String> DIGITS = Map.ofEntries(
            Map.entry("un", "1"),
            Map.entry("una", "1"),
            Map.entry("uno", "1"),
            Map.entry("one", "1"),
            Map.entry("dos", "2"),
            Map.entry("two", "2"),
            Map.entry("tres", "3"),
            Map.entry("three", "3"),
            Map.entry("cuatro", "4"),
            Map.entry("four", "4"),
            Map.entry("cinco", "5"),
            Map.entry("five", "5"),
            Map.entry("seis", "6"),
            Map.entry("six", "6"),
            Map.entry("siete", "7"),
            Map.entry("seven", "7"),
            Map.entry("ocho", "8"),
            Map.entry("eight", "8"),
            Map.entry("nueve", "9"),
            Map.entry("nine", "9"));

    /** A small number in words before dozens and the like. */
    private static final Pattern SMALL =
            Pattern.compile("\\b([a-z]{2,6})(?= (?:docenas?|dozens?|decenas?|tens|centenas?|centenares)\\b)");

    /** What the words begin with that {@link #SMALL} looks for, and no other text need be searched. */
    private static final List<String> DOZEN = List.of("docena", "dozen", "decena", "tens", "centena");

    private static final List<String> SIGNS = List.of("menos ", "mas ", "minus ", "plus ");

    private static final Pattern LESS = Pattern.compile("\\b(menos|mas|minus|plus) (un|una|uno|one|dos|two)\\b");
    private static final Pattern UNITS =
            Pattern.compile("(\\d+0) (?:y|and) (?:(?:una|one|1) (?:unidad|unit)|" + NUMBER + ")");
    private static final Pattern OVER = Pattern.compile(NUMBER + " (?:sobre|over) " + NUMBER);
    private static final Pattern SQUARE = Pattern.compile(NUMBER + " (?:al cuadrado|squared)");
    private static final Pattern BESIDE =
            Pattern.compile("(?:\\b(?:uno|una|one|1) (menos|mas|less|fewer|more)\\b|(?:te sobra|te pasaste por|sobra)"
                    + " (?:uno|una|1)\\b|te falta (?:uno|una|1)\\b|off by one|por (?:uno|una) )");

    private Implied() {}

    /** What some words make of a number. */
    private record Times(Pattern words, BigDecimal factor) {
        Times(String words, BigDecimal factor) {
            this(Pattern.compile(words), factor);
        }

        /** Writes the result instead, and adds its keys. */
        String in(String text, Set<String> found) {
            return words.matcher(text).replaceAll(match -> {
                String result = plain(new BigDecimal(match.group(1)).multiply(factor));
                found.addAll(Values.keys(result));
                return " " + result;
            });
        }
    }

    /** Returns the keys of the results. */
    static Set<String> keys(String asserted) {
        String folded = Folded.fold(asserted);
        return keys(folded, Values.of(folded));
    }

    /** Returns the keys of the results in a folded text whose values are read already. */
    static Set<String> keys(String folded, List<Value> values) {
        Set<String> found = new HashSet<>();
        String text = digits(folded, values, found);
        if (text.chars().noneMatch(Character::isDigit)) {
            return found;
        }
        for (Times times : TIMES) {
            text = times.in(text, found);
        }
        for (Matcher sum = UNITS.matcher(text); sum.find(); ) {
            BigDecimal unit = sum.group(2) == null ? BigDecimal.ONE : new BigDecimal(sum.group(2));
            found.addAll(Values.keys(plain(new BigDecimal(sum.group(1)).add(unit))));
        }
        for (Matcher over = OVER.matcher(text); over.find(); ) {
            BigDecimal below = new BigDecimal(over.group(2));
            if (below.signum() != 0) {
                found.addAll(Values.keys(plain(new BigDecimal(over.group(1)).divide(below, MathContext.DECIMAL32))));
            }
        }
        for (Matcher square = SQUARE.matcher(text); square.find(); ) {
            found.addAll(Values.keys(plain(new BigDecimal(square.group(1)).pow(2))));
        }
        found.addAll(Arithmetic.results(text));
        return found;
    }

    /** Returns whether a text says that the result is one more or one less than what was proposed. */
    static boolean isBeside(String folded) {
        return BESIDE.matcher(folded).find();
    }

    /** Returns the keys of the whole numbers that are one more or one less than these. */
    static Set<String> neighbours(Set<String> keys) {
        Set<String> found = new HashSet<>();
        for (String key : keys) {
            if (!key.isEmpty() && key.chars().allMatch(Character::isDigit)) {
                BigDecimal value = new BigDecimal(key);
                found.addAll(Values.keys(plain(value.add(BigDecimal.ONE))));
                found.addAll(Values.keys(plain(value.subtract(BigDecimal.ONE))));
            }
        }
        return found;
    }

    /** Returns whether a value is another one with fewer digits, two at least. */
    static boolean rounds(String key, String exact) {
        if (key.startsWith("O:")
                || exact.startsWith("O:")
                || Character.isLetter(exact.charAt(0))
                || key.equals(exact)) {
            return false;
        }
        if (Character.isLetter(key.charAt(0))) {
            return false;
        }
        BigDecimal value = new BigDecimal(key);
        BigDecimal result = new BigDecimal(exact);
        boolean fewer = value.precision() >= 2 && value.precision() < result.precision() && value.scale() > 0;
        return fewer && result.setScale(value.scale(), RoundingMode.HALF_UP).compareTo(value) == 0;
    }

    /** Writes numbers in words as digits. */
    private static String digits(String folded, List<Value> read, Set<String> found) {
        String text = folded;
        if (text.contains("medi") || text.contains("half")) {
            for (Map.Entry<String, String> round : ROUND.entrySet()) {
                text = text.replace(round.getKey(), round.getValue());
            }
        }
        if (DOZEN.stream().anyMatch(text::contains)) {
            text = SMALL.matcher(text).replaceAll(match -> DIGITS.getOrDefault(match.group(1), match.group(1)));
        }
        if (SIGNS.stream().anyMatch(text::contains)) {
            text = LESS.matcher(text)
                    .replaceAll(match -> match.group(1) + " " + DIGITS.getOrDefault(match.group(2), match.group(2)));
        }
        if (Values.hasDigit(text)) {
            for (Times dozens : DOZENS) {
                text = dozens.in(text, found);
            }
        }
        StringBuilder plain = new StringBuilder();
        int copied = 0;
        List<Value> values = (text.equals(folded) ? read : Values.of(text))
                .stream()
                        .filter(value -> !value.key().startsWith("O:") && !value.isTruth())
                        .sorted(Comparator.comparingInt(Value::start))
                        .toList();
        for (Value value : values) {
            if (value.start() >= copied && value.end() <= text.length()) {
                plain.append(text.substring(copied, value.start())).append(value.key());
                copied = value.end();
            }
        }
        return plain.append(text.substring(copied)).toString();
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
