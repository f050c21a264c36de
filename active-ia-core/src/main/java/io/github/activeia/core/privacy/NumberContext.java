package io.github.activeia.core.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what stands around a number: the word that names it, a unit, a list, a formula. Looks a bounded way to either side. */
final class NumberContext {
    private static final int BEFORE = 48;
    private static final int AFTER = 28;
    private static final List<String> OPENINGS = List.of(
            "es mi ",
            "es el ",
            "is my ",
            "as my ",
            "that's my ",
            "thats my ",
            "como mi ",
            "mi ",
            "my ",
            "(",
            "por si ",
            "por cualquier ",
            "para que me ",
            "in case you ",
            "if you ",
            "si me ",
            "si quer");

    private static final Set<String> BEING = Set.of("es", "is", "era", "was", "seria");

    private final Source source;
    private final String folded;
    private final PiiWords words;
    private final List<NumberNames.Name> names;

    NumberContext(Source source, PiiWords words, NumberNames kinds) {
        this.source = source;
        this.folded = source.folded();
        this.words = words;
        this.names = kinds.in(source);
    }

    /** Returns the kinds that the words before, nearest first, or an explicit one behind, give a number. */
    List<PiiKind> kindsOf(Digits number, int notBefore) {
        List<PiiKind> kinds = new ArrayList<>();
        if (names.isEmpty()) {
            return kinds;
        }
        int nearest = Math.max(notBefore, number.start() - BEFORE);
        int from = isAnswer(number.start()) ? nearest : sentenceStart(nearest, number.start());
        for (int i = firstNameFrom(number.start()) - 1; i >= 0 && names.get(i).start() >= from; i--) {
            add(names.get(i), number.start(), kinds);
        }
        addBehind(number.end(), kinds);
        return kinds;
    }

    /** "¿Qué es el DNI? El mío es …": what a sentence before names is what is somebody's. */
    private boolean isAnswer(int start) {
        int at = source.indexAt(start) - 1;
        while (at >= 0
                && (BEING.contains(source.token(at).folded())
                        || source.token(at).is(':'))) {
            at--;
        }
        return at >= 0
                && source.is(words.list("mine"), at)
                && !source.token(at).folded().equals("soy");
    }

    private static void add(NumberNames.Name name, int end, List<PiiKind> kinds) {
        if (name.end() <= end && !kinds.contains(name.kind())) {
            kinds.add(name.kind());
        }
    }

    /** Returns the index of the first name that starts at an offset or behind it. */
    private int firstNameFrom(int offset) {
        int low = 0;
        int high = names.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (names.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A sentence that ended says nothing about the next one's number; a point behind a short word is an abbreviation's. */
    private int sentenceStart(int from, int to) {
        for (int i = to - 2; i > from; i--) {
            char c = folded.charAt(i);
            boolean blank = Character.isWhitespace(folded.charAt(i + 1));
            boolean point = c == '.'
                    && blank
                    && i - from > 4
                    && folded.substring(i - 4, i).chars().allMatch(Character::isLetter);
            if (point || ((c == '?' || c == '!' || c == ';') && blank)) {
                return i + 1;
            }
        }
        return from;
    }

    private void addBehind(int end, List<PiiKind> kinds) {
        for (String opening : OPENINGS) {
            int at = end;
            while (at < folded.length() && at - end < 2 && " ,?)".indexOf(folded.charAt(at)) >= 0) {
                at++;
            }
            if (folded.startsWith(opening, at)) {
                int stop = opening.equals("(") ? folded.indexOf(')', at) : at + AFTER;
                for (int i = firstNameFrom(at); i < names.size() && names.get(i).start() < at + AFTER; i++) {
                    add(names.get(i), stop < 0 ? at + AFTER : stop, kinds);
                }
            }
        }
    }

    /** Returns whether the whole text speaks of something. */
    boolean mentions(String list) {
        return source.mentions(words.list(list));
    }

    /** Returns whether a word that makes a thing the writer's own stands close by. */
    boolean isOwn(Digits number) {
        WordList own = words.list("own");
        int from = source.indexAt(Math.max(0, number.start() - BEFORE));
        int to = source.indexAt(Math.min(folded.length(), number.end() + AFTER));
        for (int i = from; i < to; i++) {
            if (source.is(own, i)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether one of these words stands right before a number, or a sign away from it. */
    boolean isBehind(Digits number, Set<String> names) {
        int at = source.indexAt(number.start());
        for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
            if (names.contains(source.token(i).folded())) {
                return true;
            }
            if (source.token(i).isWord()) {
                return false;
            }
        }
        return false;
    }

    boolean isQuoted(Digits number) {
        return source.isQuoted(number.start());
    }

    /** Returns whether a number is a value of code: between its quotation marks, or between an equals sign and a semicolon. */
    boolean isAssigned(Digits number) {
        int before = previous(number.start());
        int after = next(number.end());
        boolean statement =
                before >= 0 && folded.charAt(before) == '=' && after < folded.length() && folded.charAt(after) == ';';
        return statement || source.isLiteral(number.start());
    }

    /** Returns whether a number is a quantity: money before it, a unit, a percent or a power behind it. */
    boolean isQuantity(Digits number) {
        int before = previous(number.start());
        if (before >= 0 && "$€£¥".indexOf(folded.charAt(before)) >= 0) {
            return true;
        }
        String window = folded.substring(number.end(), Math.min(folded.length(), number.end() + AFTER))
                .stripLeading();
        String unit = window.startsWith("de ") ? window.substring(3) : window;
        boolean decimals = window.startsWith(",")
                && window.length() > 2
                && Digits.isDigit(window.charAt(1))
                && folded.charAt(number.end()) == ',';
        return decimals
                || (!window.isEmpty() && "%°€£".indexOf(window.charAt(0)) >= 0)
                || words.list("unit").contains(firstWord(unit));
    }

    private static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
            end++;
        }
        return text.substring(0, end);
    }

    /** Returns whether a number is an element of a list or an operand of a formula. */
    boolean isData(Digits number) {
        int before = previous(number.start());
        int after = next(number.end());
        char left = before < 0 ? ' ' : folded.charAt(before);
        char right = after >= folded.length() ? ' ' : folded.charAt(after);
        boolean listed = "[{".indexOf(left) >= 0
                || (left == ',' && endsWithDigit(before) && !number.signs().startsWith("("))
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

    /** Returns whether a hyphen and a check digit or letter stand right behind a number. */
    boolean isContinued(Digits number) {
        int end = number.end();
        boolean hyphen = end + 1 < folded.length() && folded.charAt(end) == '-';
        return hyphen && (Digits.isDigit(folded.charAt(end + 1)) || folded.charAt(end + 1) == 'k');
    }

    /** Returns whether a number is glued to letters or digits, as in a hash, an identifier or a decimal. */
    boolean isGlued(Digits number) {
        char left = number.start() == 0 ? ' ' : folded.charAt(number.start() - 1);
        char right = number.end() >= folded.length() ? ' ' : folded.charAt(number.end());
        char second = number.start() > 1 ? folded.charAt(number.start() - 2) : ' ';
        return Character.isLetter(left)
                || left == '_'
                || Character.isLetter(right)
                || right == '_'
                || ((left == '.' || left == ',') && Digits.isDigit(second))
                || (left == '/' && Digits.isDigit(second))
                || (left == '-' && Character.isLetterOrDigit(second));
    }
}
