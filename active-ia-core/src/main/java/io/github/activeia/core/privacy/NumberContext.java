package io.github.activeia.core.privacy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what stands around a number: the word that names it, a unit, a list, a formula. Looks a bounded way to either side. */
final class NumberContext {
    private static final int BEFORE = 45;
    private static final int AFTER = 24;
    private static final Map<String, PiiKind> LISTS = Map.of(
            "phone", PiiKind.PHONE,
            "dni", PiiKind.DNI,
            "cuil", PiiKind.CUIL,
            "nif", PiiKind.NIF,
            "cbu", PiiKind.CBU,
            "iban", PiiKind.IBAN,
            "card", PiiKind.CARD,
            "legajo", PiiKind.LEGAJO);

    private final String folded;
    private final PiiWords words;

    NumberContext(String text, PiiWords words) {
        this.folded = PiiWords.fold(text);
        this.words = words;
    }

    /** Returns the kind that the nearest naming word before, or an explicit one behind, gives a number. */
    @Nullable
    PiiKind kindOf(Digits number, int notBefore) {
        int from = Math.max(notBefore, number.start() - BEFORE);
        PiiKind before = from < number.start() ? nearest(folded.substring(from, number.start())) : null;
        return before != null ? before : behind(number.end());
    }

    private @Nullable PiiKind nearest(String window) {
        String[] parts = window.split("[^a-z0-9./]+", -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            for (int joined = 0; joined < 3 && i - joined >= 0; joined++) {
                String name = String.join("_", List.of(parts).subList(i - joined, i + 1));
                PiiKind kind = named(name);
                if (kind != null) {
                    return kind;
                }
            }
        }
        return null;
    }

    private @Nullable PiiKind named(String name) {
        String bare = name.endsWith(".") || name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        return LISTS.entrySet().stream()
                .filter(e -> words.list(e.getKey()).contains(bare))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private @Nullable PiiKind behind(int end) {
        String window =
                folded.substring(end, Math.min(folded.length(), end + AFTER)).stripLeading();
        if (!window.startsWith("es mi ") && !window.startsWith("is my ") && !window.startsWith("(")) {
            return null;
        }
        int stop = window.startsWith("(") ? Math.max(1, window.indexOf(')')) : window.length();
        return nearest(window.substring(0, stop).replace("(", " "));
    }

    /** Returns whether a number is a quantity: money before it, a unit, a percent or a power behind it. */
    boolean isQuantity(Digits number) {
        int before = previous(number.start());
        if (before >= 0 && (folded.charAt(before) == '$' || folded.charAt(before) == '€')) {
            return true;
        }
        String window = folded.substring(number.end(), Math.min(folded.length(), number.end() + AFTER))
                .stripLeading();
        String unit = window.startsWith("de ") ? window.substring(3) : window;
        return window.startsWith("%")
                || window.startsWith("°")
                || words.list("unit").contains(unit.split("[^a-z]", 2)[0]);
    }

    /** Returns whether a number is an element of a list or an operand of a formula. */
    boolean isData(Digits number) {
        int before = previous(number.start());
        int after = next(number.end());
        char left = before < 0 ? ' ' : folded.charAt(before);
        char right = after >= folded.length() ? ' ' : folded.charAt(after);
        boolean listed = "[{".indexOf(left) >= 0
                || (left == ',' && endsWithDigit(before))
                || (right == ',' && startsWithDigit(after + 1))
                || right == ']';
        return listed || "=+*^<>×·÷%".indexOf(left) >= 0 || "=+*^<>×·÷".indexOf(right) >= 0;
    }

    private boolean endsWithDigit(int comma) {
        int at = previous(comma);
        return at >= 0 && Digits.isDigit(folded.charAt(at));
    }

    private boolean startsWithDigit(int from) {
        int at = next(from);
        return at < folded.length() && Digits.isDigit(folded.charAt(at));
    }

    private int previous(int at) {
        int i = at - 1;
        while (i >= 0 && at - i < AFTER && folded.charAt(i) == ' ') {
            i--;
        }
        return i;
    }

    private int next(int at) {
        int i = at;
        while (i < folded.length() && i - at < AFTER && folded.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    /** Returns whether a number is glued to letters, as in a hash or an identifier. */
    boolean isGlued(Digits number) {
        char left = number.start() == 0 ? ' ' : folded.charAt(number.start() - 1);
        char right = number.end() >= folded.length() ? ' ' : folded.charAt(number.end());
        return Character.isLetter(left)
                || left == '_'
                || Character.isLetter(right)
                || right == '_'
                || (left == '.' && number.start() > 1 && Digits.isDigit(folded.charAt(number.start() - 2)));
    }
}
