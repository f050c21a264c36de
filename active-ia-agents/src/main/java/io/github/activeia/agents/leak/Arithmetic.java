package io.github.activeia.agents.leak;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works out the small sums in a text: {@code 72 times 5}, {@code 7*60}, {@code 2+0+1+1}. */
final class Arithmetic {
    private static final String NUMBER = "\\d+(?:[.,]\\d+)?";
    private static final Pattern SUM = Pattern.compile("(?iU)(" + NUMBER
            + ")((?:\\s*(?:[+*×·x÷/−-]|times|multiplied by|por|mas|más|menos|plus|minus|divided by|dividido(?: por| entre)?)\\s*"
            + NUMBER + ")+)");
    private static final Pattern STEP = Pattern.compile(
            "(?iU)\\s*([+*×·x÷/−-]|times|multiplied by|por|mas|más|menos|plus|minus|divided by|dividido(?: por| entre)?)\\s*("
                    + NUMBER + ")");
    private static final Pattern BETWEEN = Pattern.compile(
            "(?iU)(difference|sum|product|quotient|diferencia|suma|producto|cociente)\\s+(?:between|of|entre|de)\\s+("
                    + NUMBER + ")\\s+(?:and|y|e|con)\\s+(" + NUMBER + ")");
    private static final Map<String, Character> KINDS = Map.of(
            "difference",
            '-',
            "diferencia",
            '-',
            "sum",
            '+',
            "suma",
            '+',
            "product",
            '*',
            "producto",
            '*',
            "quotient",
            '/',
            "cociente",
            '/');
    private static final Pattern DATE = Pattern.compile("\\d{1,4}[-/]\\d{1,2}[-/]\\d{1,4}");
    private static final int LONGEST = 2_000;

    private Arithmetic() {}

    /** Returns the keys of the results, those of the parts included. */
    static Set<String> results(String text) {
        Set<String> results = new HashSet<>();
        if (!hasTwoNumbers(text)) {
            return results;
        }
        String last = text.length() > LONGEST ? text.substring(text.length() - LONGEST) : text;
        String end = DATE.matcher(last).replaceAll(" ");
        Matcher sum = SUM.matcher(end);
        while (sum.find()) {
            BigDecimal value = number(sum.group(1));
            Matcher step = STEP.matcher(sum.group(2));
            while (step.find()) {
                value = apply(value, sign(step.group(1)), number(step.group(2)));
            }
            results.addAll(Values.keys(value.stripTrailingZeros().toPlainString()));
        }
        Matcher between = BETWEEN.matcher(end);
        while (between.find()) {
            char kind = KINDS.getOrDefault(between.group(1).toLowerCase(java.util.Locale.ROOT), '+');
            BigDecimal value = apply(number(between.group(2)), kind, number(between.group(3)));
            results.addAll(Values.keys(value.stripTrailingZeros().toPlainString()));
        }
        return results;
    }

    private static boolean hasTwoNumbers(String text) {
        int runs = 0;
        for (int i = 0; i < text.length() && runs < 2; i++) {
            boolean digit = Character.isDigit(text.charAt(i));
            runs += digit && (i == 0 || !Character.isDigit(text.charAt(i - 1))) ? 1 : 0;
        }
        return runs >= 2;
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits.replace(',', '.'));
    }

    private static char sign(String word) {
        return switch (word.toLowerCase(java.util.Locale.ROOT)) {
            case "+", "plus", "mas", "más" -> '+';
            case "-", "−", "minus", "menos" -> '-';
            case "/", "÷", "divided by", "dividido", "dividido por", "dividido entre" -> '/';
            default -> '*';
        };
    }

    private static BigDecimal apply(BigDecimal one, char sign, BigDecimal other) {
        return switch (sign) {
            case '+' -> one.add(other);
            case '-' -> one.subtract(other);
            case '/' -> other.signum() == 0 ? one : one.divide(other, MathContext.DECIMAL32);
            default -> one.multiply(other, MathContext.DECIMAL32);
        };
    }
}
