package io.github.activeia.agents.leak;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the values in a text: 3,5 and 3.5 and 7/2 are one; O(n²), O(n^2) and "cuadrático" are one. */
final class Values {
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d_])-?\\d{1,3}(?:[., \u202f\u00a0]\\d{3})+(?![\\d])(?:[.,]\\d+)?|(?<![\\p{L}\\d_.,^])[-−]?(?<!\\^[-−(])\\d+(?:[.,]\\d+)?");
    private static final Pattern POWER = Pattern.compile(
            "^\\s*(?:[×x*·]|\\\\times|\\\\cdot)\\s*10\\s*(?:\\^|\\*\\*)?\\s*[{(]?\\s*([-−⁻]?[\\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})[})]?");
    private static final Pattern OF_TEN = Pattern.compile(
            "(?<![\\p{L}\\d.,])10\\s*(?:\\^|\\*\\*)\\s*[{(]?\\s*([-−]?\\d{1,3})[})]?|(?<![\\p{L}\\d.,])10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})");
    private static final Pattern GROWTH = Pattern.compile(
            "(?<![\\p{L}\\d])[OoΘθΩω](?:micron)?\\s*\\(([^()]{1,24}(?:\\([^()]{1,12}\\))?[^()]{0,8})\\)");
    private static final Map<String, String> GROWTH_WORDS = Map.ofEntries(
            Map.entry("cuadratico", "n2"),
            Map.entry("cuadratica", "n2"),
            Map.entry("quadratic", "n2"),
            Map.entry("lineal", "n"),
            Map.entry("linear", "n"),
            Map.entry("logaritmico", "logn"),
            Map.entry("logaritmica", "logn"),
            Map.entry("logarithmic", "logn"),
            Map.entry("cubico", "n3"),
            Map.entry("cubica", "n3"),
            Map.entry("cubic", "n3"),
            Map.entry("exponencial", "2n"),
            Map.entry("exponential", "2n"));
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("cero", 0),
            Map.entry("zero", 0),
            Map.entry("tres", 3),
            Map.entry("three", 3),
            Map.entry("cuatro", 4),
            Map.entry("four", 4),
            Map.entry("cinco", 5),
            Map.entry("five", 5),
            Map.entry("seis", 6),
            Map.entry("six", 6),
            Map.entry("siete", 7),
            Map.entry("seven", 7),
            Map.entry("ocho", 8),
            Map.entry("eight", 8),
            Map.entry("nueve", 9),
            Map.entry("nine", 9),
            Map.entry("diez", 10),
            Map.entry("ten", 10),
            Map.entry("once", 11),
            Map.entry("eleven", 11),
            Map.entry("doce", 12),
            Map.entry("twelve", 12),
            Map.entry("trece", 13),
            Map.entry("thirteen", 13),
            Map.entry("catorce", 14),
            Map.entry("fourteen", 14),
            Map.entry("quince", 15),
            Map.entry("fifteen", 15),
            Map.entry("dieciseis", 16),
            Map.entry("sixteen", 16),
            Map.entry("diecisiete", 17),
            Map.entry("seventeen", 17),
            Map.entry("dieciocho", 18),
            Map.entry("eighteen", 18),
            Map.entry("diecinueve", 19),
            Map.entry("nineteen", 19),
            Map.entry("veinte", 20),
            Map.entry("twenty", 20),
            Map.entry("veintiuno", 21),
            Map.entry("veintiun", 21),
            Map.entry("veintidos", 22),
            Map.entry("veintitres", 23),
            Map.entry("veinticuatro", 24),
            Map.entry("veinticinco", 25),
            Map.entry("veintiseis", 26),
            Map.entry("veintisiete", 27),
            Map.entry("veintiocho", 28),
            Map.entry("veintinueve", 29),
            Map.entry("treinta", 30),
            Map.entry("thirty", 30),
            Map.entry("cuarenta", 40),
            Map.entry("forty", 40),
            Map.entry("cincuenta", 50),
            Map.entry("fifty", 50),
            Map.entry("sesenta", 60),
            Map.entry("sixty", 60),
            Map.entry("setenta", 70),
            Map.entry("seventy", 70),
            Map.entry("ochenta", 80),
            Map.entry("eighty", 80),
            Map.entry("noventa", 90),
            Map.entry("ninety", 90),
            Map.entry("dos", 2),
            Map.entry("two", 2),
            Map.entry("uno", 1),
            Map.entry("un", 1),
            Map.entry("una", 1),
            Map.entry("one", 1),
            Map.entry("docena", 12),
            Map.entry("dozen", 12),
            Map.entry("cien", 100),
            Map.entry("ciento", 100),
            Map.entry("hundred", 100),
            Map.entry("doscientos", 200),
            Map.entry("doscientas", 200),
            Map.entry("trescientos", 300),
            Map.entry("trescientas", 300),
            Map.entry("cuatrocientos", 400),
            Map.entry("cuatrocientas", 400),
            Map.entry("quinientos", 500),
            Map.entry("quinientas", 500),
            Map.entry("seiscientos", 600),
            Map.entry("seiscientas", 600),
            Map.entry("setecientos", 700),
            Map.entry("setecientas", 700),
            Map.entry("ochocientos", 800),
            Map.entry("ochocientas", 800),
            Map.entry("novecientos", 900),
            Map.entry("novecientas", 900),
            Map.entry("veintiuna", 21),
            Map.entry("mil", 1000),
            Map.entry("thousand", 1000),
            Map.entry("millon", 1_000_000),
            Map.entry("millones", 1_000_000),
            Map.entry("million", 1_000_000),
            Map.entry("millions", 1_000_000));
    private static final Set<String> TRUTH = Set.of("verdadero", "verdadera", "falso", "falsa", "true", "false");

    /** The words that a value begins with. */
    private static final Set<String> SAYING = Stream.of(WORDS.keySet(), GROWTH_WORDS.keySet(), TRUTH)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private static final int LONGEST_WORD = 14;
    private static final MathContext DIGITS = new MathContext(4);
    private static final int PLAIN = 12;

    /** Growth classes with a shorter name are in every textbook. */
    private static final int FEW = 5;

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Values() {}

    /** Returns the keys of all values. */
    static Set<String> keys(String text) {
        return of(text).stream().map(Value::key).collect(Collectors.toSet());
    }

    /** Returns the keys of all values of some texts. */
    static Set<String> keys(List<String> texts) {
        return texts.stream().flatMap(text -> of(text).stream()).map(Value::key).collect(Collectors.toSet());
    }

    static List<Value> of(String text) {
        List<Value> values = new ArrayList<>();
        String rest = growths(text, values);
        numbers(rest, values);
        words(rest, values);
        return values;
    }

    /** Reads the growth classes, and returns the text without them. */
    private static String growths(String text, List<Value> values) {
        if (text.indexOf('(') < 0) {
            return text;
        }
        Matcher growth = GROWTH.matcher(text);
        StringBuilder rest = new StringBuilder(text);
        while (growth.find()) {
            values.add(new Value(
                    "O:" + growth(growth.group(1)),
                    growth.start(),
                    growth.end(),
                    "",
                    growth(growth.group(1)).length() < FEW));
            for (int i = growth.start(); i < growth.end(); i++) {
                rest.setCharAt(i, ' ');
            }
        }
        return rest.toString();
    }

    private static String growth(String inner) {
        StringBuilder key = new StringBuilder();
        String folded = Folded.fold(inner.replace("²", "2")
                .replace("³", "3")
                .replace("\\log", "log")
                .replace("lg", "log"));
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (Character.isLetterOrDigit(c) || c == '+') {
                key.append(c);
            }
        }
        return key.toString().replace("log2", "log");
    }

    /** Returns whether a text has a digit; without one there is nothing to search. */
    static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static void numbers(String text, List<Value> values) {
        if (!hasDigit(text)) {
            return;
        }
        Matcher number = NUMBER.matcher(text);
        Matcher ten = OF_TEN.matcher(text).useTransparentBounds(true);
        int end = 0;
        while (number.find()) {
            int start = number.start();
            if (start < end) {
                continue;
            }
            if (ten.region(start, text.length()).lookingAt()) {
                end = ten.end();
                String power = ten.group(1) == null ? ten.group(2) : ten.group(1);
                values.add(value(BigDecimal.ONE.scaleByPowerOfTen(exponent(power)), start, end, unit(text, end)));
                continue;
            }
            BigDecimal value = decimal(number.group());
            end = number.end();
            Matcher power = POWER.matcher(text.substring(end, Math.min(text.length(), end + 24)));
            if (power.find()) {
                value = value.scaleByPowerOfTen(exponent(power.group(1)));
                end += power.end();
            } else if (end + 1 < text.length() && text.charAt(end) == '/' && Character.isDigit(text.charAt(end + 1))) {
                int stop = end + 1;
                while (stop < text.length() && Character.isDigit(text.charAt(stop))) {
                    stop++;
                }
                BigDecimal below = new BigDecimal(text.substring(end + 1, stop));
                value = below.signum() == 0 ? value : value.divide(below, DIGITS);
                end = stop;
            }
            int after = skip(text, end);
            if (after < text.length() && text.charAt(after) == '%') {
                value = value.movePointLeft(2);
                end = after + 1;
            }
            values.add(value(value, start, end, unit(text, end)));
        }
    }

    private static int skip(String text, int at) {
        int next = at;
        while (next < text.length() && next < at + 2 && (text.charAt(next) == ' ' || text.charAt(next) == '\\')) {
            next++;
        }
        return next;
    }

    private static int exponent(String digits) {
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < digits.length(); at++) {
            char c = digits.charAt(at);
            int raised = RAISED.indexOf(c);
            plain.append(raised >= 0 ? String.valueOf(raised) : c == '−' || c == '⁻' ? "-" : String.valueOf(c));
        }
        return Integer.parseInt(plain.toString());
    }

    private static Value value(BigDecimal value, int start, int end, String unit) {
        BigDecimal rounded = value.abs().round(DIGITS).stripTrailingZeros();
        boolean plain = rounded.scale() <= 0 && rounded.compareTo(BigDecimal.valueOf(PLAIN)) <= 0;
        return new Value(rounded.toPlainString(), start, end, unit, plain);
    }

    /** The last sign of both kinds is the decimal one; one that stands before three digits alone separates thousands, unless it is a lonely zero before. */
    private static BigDecimal decimal(String written) {
        String digits = written.replaceAll("[ \u202f\u00a0−-]", "");
        int sign = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
        if (sign < 0) {
            return new BigDecimal(digits);
        }
        String before = digits.substring(0, sign).replaceAll("[.,]", "");
        String after = digits.substring(sign + 1);
        boolean thousands = (after.length() == 3 && !before.equals("0") && before.length() <= 3)
                || digits.chars().filter(c -> c == digits.charAt(sign)).count() > 1;
        return new BigDecimal(thousands ? before + after : before + "." + after);
    }

    private static String unit(String text, int end) {
        int start = end;
        while (start < text.length()
                && (text.charAt(start) == ' ' || text.charAt(start) == '*' || text.charAt(start) == '\\')) {
            start++;
        }
        int stop = start;
        while (stop < text.length()
                && stop < start + 24
                && (Character.isLetter(text.charAt(stop)) || text.charAt(stop) == '/')) {
            stop++;
        }
        return stop == start ? "" : Folded.stem(Folded.fold(text.substring(start, stop)));
    }

    /** Reads numbers in words: hundreds and tens add up, "coma" and "point" start decimals, "quintos" and "fifths" divide. */
    private static void words(String text, List<Value> values) {
        NumberWords run = new NumberWords(WORDS);
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            if (Character.isLetter(c)) {
                start = start < 0 ? i : start;
                continue;
            }
            if (start >= 0) {
                String word = i - start > LONGEST_WORD ? "" : Folded.fold(text.substring(start, i));
                if (run.isBegun() || SAYING.contains(word)) {
                    growthOrTruth(word, start, i, values);
                    if (!run.takes(word, start, i)) {
                        run.end(word).ifPresent(n -> values.add(value(n.value(), n.start(), n.end(), n.unit())));
                        run.takes(word, start, i);
                    }
                }
                start = -1;
            }
            if (run.isBegun() && c != ' ' && c != '-' && c != '\u00a0') {
                run.end("").ifPresent(n -> values.add(value(n.value(), n.start(), n.end(), n.unit())));
            }
        }
    }

    private static void growthOrTruth(String word, int start, int end, List<Value> values) {
        String growth = GROWTH_WORDS.get(word);
        if (growth != null) {
            values.add(new Value("O:" + growth, start, end, "", true));
        } else if (TRUTH.contains(word)) {
            values.add(
                    new Value(word.startsWith("t") || word.startsWith("v") ? "true" : "false", start, end, "", true));
        }
    }
}
