package io.github.activeia.core.privacy;

import java.util.ArrayList;
import java.util.List;
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

    private final PiiWords words;
    private final Phones phones;

    NumberRecogniser(PiiWords words, Phones phones) {
        this.words = words;
        this.phones = phones;
    }

    @Override
    public List<Redaction.Finding> find(String text) {
        List<Digits> numbers = Digits.in(text);
        if (numbers.isEmpty()) {
            return List.of();
        }
        NumberContext context = new NumberContext(text, words);
        List<Redaction.Finding> found = new ArrayList<>();
        int previous = 0;
        for (Digits number : numbers) {
            Digits part = longestKnown(text, number, context, previous);
            PiiKind kind = kindOf(part, context, previous);
            if (kind != null) {
                found.add(new Redaction.Finding(kind, part.start(), endOf(text, part, kind)));
            }
            previous = number.count() >= 4 ? number.end() : previous;
        }
        return found;
    }

    /** A number may run into the next one, as in "my DNI 40123456 2 times": drops groups at the end until the rest is something. */
    private Digits longestKnown(String text, Digits number, NumberContext context, int previous) {
        for (int groups = number.groups().size(); groups > 0 && number.groups().size() <= 12; groups--) {
            Digits part = groups == number.groups().size() ? number : number.firstGroups(text, groups);
            if (part.count() < 4) {
                break;
            }
            if (kindOf(part, context, previous) != null) {
                return part;
            }
        }
        return number;
    }

    /** A check letter or a year behind a file number belongs to it. */
    private static int endOf(String text, Digits number, PiiKind kind) {
        int end = number.end();
        boolean letter = kind == PiiKind.NIF && end < text.length() && Character.isLetter(text.charAt(end));
        return letter ? end + 1 : end;
    }

    private @Nullable PiiKind kindOf(Digits number, NumberContext context, int previous) {
        if (number.count() < 4 || context.isGlued(number)) {
            return null;
        }
        PiiKind named = context.kindOf(number, previous);
        if (named != null && fits(number, named)) {
            return named;
        }
        if (number.isInternational()) {
            return phones.isInternational(number) ? PiiKind.PHONE : null;
        }
        if (context.isData(number) || context.isQuantity(number)) {
            return null;
        }
        return unnamed(number);
    }

    private boolean fits(Digits number, PiiKind kind) {
        int count = number.count();
        return switch (kind) {
            case PHONE -> phones.isPlausible(number);
            case DNI -> (count == 7 || count == 8) && Integer.parseInt(number.digits()) >= LOWEST_DNI;
            case CUIL -> count == CUIL_LENGTH;
            case CBU -> count == CBU_LENGTH;
            case CARD -> count >= SHORTEST_CARD && count <= LONGEST_CARD;
            case LEGAJO -> count >= 4 && count <= 10 && number.groups().size() <= 3;
            case EMAIL, NIF, IBAN, NAME, ADDRESS -> false;
        };
    }

    private @Nullable PiiKind unnamed(Digits number) {
        String digits = number.digits();
        if (isDottedDni(number)) {
            return PiiKind.DNI;
        }
        if (number.hasGroups(2, 8, 1) && CheckDigits.isCuil(digits)) {
            return PiiKind.CUIL;
        }
        if (CheckDigits.isCbu(digits)) {
            return PiiKind.CBU;
        }
        if (isCard(number)) {
            return PiiKind.CARD;
        }
        return phones.isFormatted(number) ? PiiKind.PHONE : null;
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
