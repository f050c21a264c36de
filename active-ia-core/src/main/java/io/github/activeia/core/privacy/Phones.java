package io.github.activeia.core.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells telephone numbers from other numbers, by libphonenumber. Thread-safe. */
final class Phones {
    private static final int SHORTEST = 7;
    private static final int LONGEST = 15;
    /** Numbers of these plans are written so that they speak for themselves, wherever the course is. */
    private static final List<Plan> FOREIGN = List.of(
            new Plan("ES", 9, 9),
            new Plan("US", 10, 11),
            new Plan("GB", 10, 11),
            new Plan("MX", 10, 10),
            new Plan("CL", 9, 9),
            new Plan("CO", 10, 10),
            new Plan("BR", 10, 11),
            new Plan("UY", 8, 9),
            new Plan("PE", 9, 9),
            new Plan("FR", 10, 10),
            new Plan("EC", 10, 10));

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final List<String> regions;

    Phones(List<String> regions) {
        this.regions = List.copyOf(regions);
    }

    /** How many digits a region's numbers have, the prefix of the trunk included. */
    private record Plan(String region, int least, int most) {
        boolean has(int count) {
            return count >= least && count <= most;
        }
    }

    static boolean isRegion(String region) {
        return PhoneNumberUtil.getInstance().getSupportedRegions().contains(region);
    }

    /** A number that a word calls a telephone: with a plus sign it has to be valid, or possible and grouped; without one it needs the length of one. */
    boolean isPlausible(Digits number) {
        if (number.count() < SHORTEST
                || number.count() > LONGEST
                || (number.groups().size() > 7 && number.groups().size() != number.count())) {
            return false;
        }
        if (number.isInternational()) {
            boolean grouped = number.groups().size() >= 3;
            return grouped ? isPossible("+" + plain(number)) : isInternational(number);
        }
        return number.count() >= 8 || regions.stream().anyMatch(r -> isShortLocal(number, r)) || number.count() == 7;
    }

    /** Mexican mobiles had a 1 behind the country code, and many still write it. */
    private static String plain(Digits number) {
        String digits = number.digits();
        return digits.startsWith("521") && digits.length() == 13 ? "52" + digits.substring(3) : digits;
    }

    private boolean isShortLocal(Digits number, String region) {
        PhoneNumber parsed = parse(number.digits(), region);
        return parsed != null && library.isPossibleNumber(parsed);
    }

    private boolean isPossible(String international) {
        PhoneNumber parsed = parse(international, regions.get(0));
        return parsed != null && library.isPossibleNumberWithReason(parsed) == ValidationResult.IS_POSSIBLE;
    }

    /** A number with a plus sign and no word: it needs to be valid. */
    boolean isInternational(Digits number) {
        return number.count() >= SHORTEST
                && number.count() <= LONGEST
                && isValid("+" + number.digits(), regions.get(0));
    }

    /** A number without a word: it needs to be valid and to be written as only telephone numbers are. */
    boolean isFormatted(Digits number) {
        if (number.count() < 8
                || number.count() > 13
                || number.isPlain()
                || number.groups().size() > 5) {
            return false;
        }
        if (regions.contains("AR") && isArgentineMobile(number)) {
            return true;
        }
        String signs = number.signs();
        if (signs.indexOf('/') >= 0 || signs.indexOf('.') >= 0 || !isShaped(number)) {
            return isDotted(number);
        }
        boolean british = number.digits().startsWith("07")
                && (number.hasGroups(5, 6) || number.hasGroups(5, 3, 3) || number.hasGroups(5, 3, 4));
        boolean argentineMobile = regions.contains("AR")
                && number.hasGroups(2, 4, 4)
                && number.digits().startsWith("15");
        return argentineMobile
                || british
                || regions.stream().anyMatch(r -> isWrittenAs(number, r))
                || FOREIGN.stream().anyMatch(p -> p.has(number.count()) && isWrittenAs(number, p.region()));
    }

    /** "221 15 604 3318": the 15 of a mobile behind the area code, with or without a 0. */
    private boolean isArgentineMobile(Digits number) {
        if (number.groups().size() < 3 || number.groups().get(1) != 2) {
            return false;
        }
        int area = number.groups().get(0);
        boolean trunk = number.digits().startsWith("0");
        return number.count() == (trunk ? 13 : 12)
                && number.digits().startsWith("15", area)
                && isValid((trunk ? "" : "0") + number.digits(), "AR");
    }

    /** "505.555.0171", as North Americans write. */
    private boolean isDotted(Digits number) {
        boolean pairs = (number.hasGroups(3, 2, 2, 2) || number.hasGroups(2, 3, 2, 2))
                && number.signs().equals("...")
                && isValid(number.digits(), "ES");
        boolean american = number.hasGroups(3, 3, 4)
                && number.signs().equals("..")
                && (isValid(number.digits(), "US") || isValid(number.digits(), "MX"));
        return pairs || american;
    }

    /** What the plans of all regions ask for; tells most lists of numbers apart before any plan is looked at. */
    private static boolean isShaped(Digits number) {
        boolean bracketed = number.signs().startsWith("(") && number.count() >= 9;
        boolean dashed = number.signs().indexOf('-') >= 0;
        boolean three = number.groups().size() >= 3 && number.count() >= 9 && number.count() <= 11;
        return bracketed || dashed || three || number.hasGroups(2, 4, 4) || number.hasGroups(5, 6);
    }

    /** The grouping of the country's own format, or one with a bracket or with hyphens before a last group of four. */
    private boolean isWrittenAs(Digits number, String region) {
        PhoneNumber parsed = parse(number.digits(), region);
        if (parsed == null || !library.isValidNumberForRegion(parsed, region)) {
            return false;
        }
        boolean bracketed = number.signs().startsWith("(") && number.count() >= 9;
        boolean home = regions.contains(region);
        int last = number.groups().get(number.groups().size() - 1);
        boolean dashed = number.signs().indexOf('-') >= 0 && last >= 3 && last <= 8 && number.count() >= 9;
        boolean three = number.groups().size() >= 3 && number.count() >= 9;
        boolean national = three
                && groups(library.format(parsed, PhoneNumberFormat.NATIONAL)).equals(number.groups());
        boolean ending = last == 4 && three && dashed;
        return bracketed || ending || national || (home && dashed && (number.count() == 10 || isTrunk(number)));
    }

    /** "0351-4555019": an area code with the 0 of a call from elsewhere. */
    private static boolean isTrunk(Digits number) {
        return number.count() == 11 && number.digits().startsWith("0");
    }

    private static List<Integer> groups(String formatted) {
        List<Digits> parts = Digits.in(formatted);
        return parts.size() == 1 ? parts.get(0).groups() : List.of();
    }

    private boolean isValid(String digits, String region) {
        PhoneNumber parsed = parse(digits, region);
        return parsed != null && library.isValidNumber(parsed);
    }

    private @Nullable PhoneNumber parse(String digits, String region) {
        try {
            return library.parse(digits, region);
        } catch (NumberParseException notAPhone) {
            return null;
        }
    }
}
