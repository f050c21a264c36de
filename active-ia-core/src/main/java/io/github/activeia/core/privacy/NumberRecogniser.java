package io.github.activeia.core.privacy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds numbers that belong to a person. A long number counts only with a valid check digit, or where a word says what it is; numbers in
 * lists, formulas and quantities do not.
 */
final class NumberRecogniser implements Recogniser {
    private static final int CBU_LENGTH = 22;
    private static final int CUIL_LENGTH = 11;
    private static final int SHORTEST_CARD = 13;
    private static final int LONGEST_CARD = 19;
    private static final int LOWEST_DNI = 1_000_000;
    private static final int LOWEST_DOTTED_DNI = 3_000_000;
    private static final int HIGHEST_DOTTED_DNI = 70_000_000;
    private static final int MOST_GROUPS = 11;
    private static final int MOST_GROUPS_OF_ALL = 24;
    private static final int SHORTEST = 5;
    private static final int LONG_GROUP = 3;
    private static final Set<String> CEDULA = Set.of("cc", "ci");
    private static final int LONGEST_JOINT = 8;
    private static final Set<String> JOINTS = Set.of("y", "o", "u", "and", "or", "/", "y el", "o al", "//", "y al");

    private static final int LONGEST_EXTENSION = 20;
    private static final Pattern EXTENSION =
            Pattern.compile("(?i),?\\s?(?:ext|int|interno|anexo|extension|extensión|x)\\.?\\s?\\d{1,5}\\b");

    private final PiiWords words;
    private final Phones phones;
    private final NumberNames kinds;

    NumberRecogniser(PiiWords words, Phones phones) {
        this.words = words;
        this.phones = phones;
        this.kinds = new NumberNames(words);
    }

    @Override
    public List<Span> find(Source source) {
        List<Span> found = new ArrayList<>();
        if (!source.hasDigits()) {
            return found;
        }
        NumberContext context = new NumberContext(source, words, kinds);
        int taken = 0;
        int last = 0;
        for (Digits number : Digits.in(source.text())) {
            // A number of some length takes the word before it, and shares it with one that "and" joins to it.
            taken = last > 0 && isJoined(source.folded(), last, number.start()) ? taken : Math.max(taken, last);
            int known = found.size();
            boolean list = number.groups().size() > MOST_GROUPS_OF_ALL;
            addParts(source.text(), number, new Around(context, taken, list, false, isSample(number)), found);
            last = number.count() >= SHORTEST ? number.end() : last;
            taken = found.size() == known ? Math.max(taken, last) : taken;
        }
        return found;
    }

    private static boolean isJoined(String folded, int from, int to) {
        return to - from <= LONGEST_JOINT
                && JOINTS.contains(folded.substring(from, Math.max(from, to)).strip());
    }

    /** The context, the offset before which no word counts, and whether the number is a list, amid a row, or an example. */
    private record Around(NumberContext context, int taken, boolean list, boolean row, boolean sample) {
        /** The same for a part with further groups of a telephone's length beside it. */
        Around inRow() {
            return new Around(context, taken, list, true, sample);
        }
    }

    private static boolean isSample(Digits number) {
        return number.isSample() && !number.isInternational();
    }

    private static boolean isLong(Digits number, int group) {
        return group >= 0 && group < number.groups().size() && number.groups().get(group) >= LONG_GROUP;
    }

    /** Numbers may run into each other, as in "my DNI 40123456 2 times": takes the longest parts that are something. */
    private void addParts(String text, Digits number, Around around, List<Span> found) {
        int groups = number.groups().size();
        if (around.list() && groups == number.count()) {
            return;
        }
        int[] offsets = number.offsets(text);
        for (int from = 0; from < groups; ) {
            int next = from + 1;
            int count = 0;
            int most = from;
            while (most < groups && most - from < MOST_GROUPS && count <= CBU_LENGTH) {
                count += number.groups().get(most++);
            }
            for (int to = most; to > from && count >= SHORTEST; to--) {
                count -= to < most ? number.groups().get(to) : 0;
                Digits part = from == 0 && to == groups ? number : number.part(text, offsets, from, to);
                boolean row = isLong(number, from - 1) || isLong(number, to);
                PiiKind kind = part.count() > CBU_LENGTH ? null : kindOf(part, row ? around.inRow() : around);
                if (kind != null) {
                    found.add(new Span(kind, startOf(part, kind), endOf(text, part, kind)));
                    next = to;
                    break;
                }
            }
            from = next;
        }
    }

    /** A bracket that opens belongs to a telephone number only, and where it closes again. */
    private static int startOf(Digits number, PiiKind kind) {
        boolean bracket = number.signs().startsWith("(");
        boolean own = kind == PiiKind.PHONE && number.signs().indexOf(')') > 0;
        return bracket && !own ? number.start() + 1 : number.start();
    }

    /** The check letter behind a tax id or a file number belongs to it. */
    private static int endOf(String text, Digits number, PiiKind kind) {
        int end = kind == PiiKind.PHONE ? extensionEnd(text, number.end()) : number.end();
        boolean letter = kind == PiiKind.NIF && end < text.length() && Character.isLetter(text.charAt(end));
        boolean check = kind == PiiKind.LEGAJO
                && end + 1 < text.length()
                && "-/".indexOf(text.charAt(end)) >= 0
                && Character.isUpperCase(text.charAt(end + 1))
                && (end + 2 == text.length() || !Character.isLetterOrDigit(text.charAt(end + 2)));
        return letter ? end + 1 : check ? end + 2 : end;
    }

    /** "ext. 105", "int. 214", "anexo 33", "x307". */
    private static int extensionEnd(String text, int from) {
        Matcher matcher = EXTENSION.matcher(text.substring(from, Math.min(text.length(), from + LONGEST_EXTENSION)));
        return matcher.lookingAt() ? from + matcher.end() : from;
    }

    private @Nullable PiiKind kindOf(Digits number, Around around) {
        NumberContext context = around.context();
        if (number.count() < SHORTEST || context.isGlued(number)) {
            return null;
        }
        PiiKind checked = checked(number, context);
        if (checked != null) {
            return checked;
        }
        List<PiiKind> named = context.kindsOf(number, around.taken());
        if (named.isEmpty() && around.list()) {
            return null;
        }
        if (context.isAssigned(number) && !context.isOwn(number)) {
            return null;
        }
        boolean measure = context.isQuantity(number);
        boolean quantity = measure || context.isData(number);
        boolean amount = measure && number.isPlain();
        if (around.sample() && !context.isOwn(number)) {
            return null;
        }
        for (PiiKind kind : named) {
            if (fits(number, kind, context) && !(amount && kind == PiiKind.PHONE)) {
                return kind;
            }
        }
        if (quantity) {
            return null;
        }
        return number.isInternational() ? international(number) : unnamed(number, around);
    }

    private @Nullable PiiKind international(Digits number) {
        boolean written = number.groups().size() >= 3 && phones.isPlausible(number);
        return written || phones.isInternational(number) ? PiiKind.PHONE : null;
    }

    private boolean fits(Digits number, PiiKind kind, NumberContext context) {
        int count = number.count();
        return switch (kind) {
            case PHONE -> phones.isPlausible(number) && !isDate(number);
            case DNI -> isDni(number, context);
            case CARD -> count >= SHORTEST_CARD && count <= LONGEST_CARD && CheckDigits.isLuhn(number.digits());
            case LEGAJO -> count <= 10 && number.groups().size() <= 3 && !context.isQuoted(number) && !isDate(number);
            default -> false;
        };
    }

    private static boolean isDni(Digits number, NumberContext context) {
        int count = number.count();
        boolean argentine = (count == 7 || count == 8) && Integer.parseInt(number.digits()) >= LOWEST_DNI;
        boolean cedula = count >= 6 && count <= 10 && (context.mentions("cedula") || context.isBehind(number, CEDULA));
        return (argentine || cedula) && number.groups().size() <= 4 && !isDate(number);
    }

    private static boolean isDate(Digits number) {
        String signs = number.signs();
        boolean dated = signs.equals("//") || signs.equals("--") || signs.equals("..");
        return dated
                && (number.hasGroups(2, 2, 4)
                        || number.hasGroups(4, 2, 2)
                        || number.hasGroups(1, 2, 4)
                        || number.hasGroups(2, 1, 4)
                        || number.hasGroups(1, 1, 4));
    }

    /** What its check digits and its writing tell, whatever the words around say. */
    private static @Nullable PiiKind checked(Digits number, NumberContext context) {
        String digits = number.digits();
        if (number.count() == CBU_LENGTH && CheckDigits.isCbu(digits)) {
            return PiiKind.CBU;
        }
        if (context.isData(number) && !context.isOwn(number)) {
            return null;
        }
        if (number.count() == CUIL_LENGTH) {
            return elevenDigits(number, context);
        }
        return isCard(number) ? PiiKind.CARD : null;
    }

    private static @Nullable PiiKind elevenDigits(Digits number, NumberContext context) {
        String digits = number.digits();
        boolean international = number.isInternational();
        if (!international
                && CheckDigits.isCuil(digits)
                && (number.hasGroups(2, 8, 1) || number.hasGroups(2, 2, 3, 3, 1))) {
            return PiiKind.CUIL;
        }
        if (!international && CheckDigits.isCpf(digits) && (number.hasGroups(3, 3, 3, 2) || number.hasGroups(9, 2))) {
            return PiiKind.CPF;
        }
        if (CheckDigits.isCuil(digits) && context.mentions("cuil")) {
            return PiiKind.CUIL;
        }
        return CheckDigits.isCpf(digits) && context.mentions("cpf") ? PiiKind.CPF : null;
    }

    private @Nullable PiiKind unnamed(Digits number, Around around) {
        NumberContext context = around.context();
        if (isDottedDni(number)
                && !around.sample()
                && !context.isContinued(number)
                && (context.mentions("dni") || context.mentions("mine"))) {
            return PiiKind.DNI;
        }
        boolean cedula = number.hasGroups(1, 3, 3, 1) && number.signs().equals("..-");
        if (cedula && CheckDigits.isUruguayan(number.digits())) {
            return PiiKind.DNI;
        }
        boolean telephone =
                !around.list() && !around.row() && !around.sample() && phones.isFormatted(number) && !isDate(number);
        return telephone && !context.mentions("not_phone") ? PiiKind.PHONE : null;
    }

    private static boolean isDottedDni(Digits number) {
        if (!number.signs().equals("..") || !(number.hasGroups(2, 3, 3) || number.hasGroups(1, 3, 3))) {
            return false;
        }
        int value = Integer.parseInt(number.digits());
        return value >= LOWEST_DOTTED_DNI && value <= HIGHEST_DOTTED_DNI && value % 1000 != 0;
    }

    private static boolean isCard(Digits number) {
        boolean grouped = number.hasGroups(4, 4, 4, 4) || number.hasGroups(4, 6, 5) || number.hasGroups(4, 4, 4, 4, 3);
        boolean plain = number.isPlain() && (number.count() == 16 || number.count() == 15);
        return (grouped || plain) && CheckDigits.hasIssuer(number.digits()) && CheckDigits.isLuhn(number.digits());
    }
}
