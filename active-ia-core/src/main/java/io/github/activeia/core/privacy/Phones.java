package io.github.activeia.core.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.List;

/** Tells telephone numbers from other numbers. Thread-safe. */
final class Phones {
    private static final String HOME = "AR";
    private static final int SHORTEST = 7;
    private static final int LONGEST = 15;

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();

    /** A number that a word calls a telephone: it needs to be possible in one of the regions. */
    boolean isPlausible(Digits number) {
        return number.count() >= SHORTEST
                && number.count() <= LONGEST
                && (number.isInternational() || isPossible(number) || number.count() >= 8);
    }

    private boolean isPossible(Digits number) {
        return List.of(HOME, "ES", "US", "MX").stream().anyMatch(r -> parses(number.digits(), r, false));
    }

    /** A number with a plus sign: it needs to be valid. */
    boolean isInternational(Digits number) {
        return number.count() >= SHORTEST && number.count() <= LONGEST && parses("+" + number.digits(), HOME, true);
    }

    /** A number without a word: it needs to be valid and to be written as only telephone numbers are. */
    boolean isFormatted(Digits number) {
        List<Integer> groups = number.groups();
        int last = groups.get(groups.size() - 1);
        String signs = number.signs();
        boolean dashed = signs.indexOf('-') >= 0;
        boolean bracketed = signs.startsWith("(");
        if (signs.indexOf('/') >= 0 || signs.indexOf('.') >= 0 || number.count() < 9) {
            return false;
        }
        if (last == 4 && groups.size() >= 3 && (dashed || bracketed) && groups.size() <= 5) {
            return parses(number.digits(), HOME, true) || isNorthAmerican(number) || startsWithMobile(number);
        }
        if (bracketed && groups.size() >= 2) {
            return parses(number.digits(), HOME, true);
        }
        if (groups.size() == 2 && dashed && groups.get(0) >= 2 && groups.get(0) <= 4 && last >= 6 && last <= 8) {
            return number.count() == 10 && parses(number.digits(), HOME, true);
        }
        return number.hasGroups(3, 2, 2, 2) && parses(number.digits(), "ES", true);
    }

    private static boolean startsWithMobile(Digits number) {
        return number.hasGroups(2, 4, 4) && number.digits().startsWith("15");
    }

    private boolean isNorthAmerican(Digits number) {
        return number.hasGroups(3, 3, 4) && parses(number.digits(), "US", false);
    }

    private boolean parses(String digits, String region, boolean valid) {
        try {
            var parsed = library.parse(digits, region);
            return valid ? library.isValidNumber(parsed) : library.isPossibleNumber(parsed);
        } catch (NumberParseException notAPhone) {
            return false;
        }
    }
}
