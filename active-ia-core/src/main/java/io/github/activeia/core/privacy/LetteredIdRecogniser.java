package io.github.activeia.core.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds ids that mix letters and digits by their check digits or letters: NIF and NIE, RUT, CURP, IBAN. */
final class LetteredIdRecogniser implements Recogniser {
    private static final int LONGEST_IBAN = 34;
    private static final int CURP_LENGTH = 18;
    private static final int NIF_LENGTH = 9;
    private static final int RUT_LENGTH = 9;
    private static final int REACH = 8;

    private final Map<String, Integer> ibanLengths = new HashMap<>();
    private final WordList rut;
    private final WordList own;

    LetteredIdRecogniser(PiiWords words) {
        rut = words.list("rut");
        own = words.list("rut_own");
        for (String entry : words.list("iban_length")) {
            ibanLengths.put(entry.substring(0, 2), Integer.parseInt(entry.substring(2)));
        }
    }

    @Override
    public List<Span> find(Source source) {
        List<Span> found = new ArrayList<>();
        String text = source.text();
        if (!source.hasDigits()) {
            return found;
        }
        for (int i = 0; i < text.length(); ) {
            if (!isIdCharacter(text.charAt(i)) || (i > 0 && isGlue(text, i - 1))) {
                i++;
                continue;
            }
            Span span = hasDigitSoon(text, i) ? spanAt(text, source, i) : null;
            if (span == null) {
                i++;
            } else {
                found.add(span);
                i = span.end();
            }
        }
        return found;
    }

    /** Each of these ids has a digit among its first five letters and digits. */
    private static boolean hasDigitSoon(String text, int from) {
        int most = Math.min(text.length(), from + REACH);
        for (int i = from; i < most; i++) {
            if (isDigitAt(text, i)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Span spanAt(String text, Source source, int at) {
        int end = ibanEnd(text, at);
        if (end > 0) {
            return new Span(PiiKind.IBAN, at, end);
        }
        end = curpEnd(text, at);
        if (end > 0) {
            return new Span(PiiKind.CURP, at, end);
        }
        end = rutEnd(text, source, at);
        if (end > 0) {
            return new Span(PiiKind.RUT, at, end);
        }
        end = nifEnd(text, at);
        return end > 0 ? new Span(PiiKind.NIF, at, end) : null;
    }

    /** What stands before an id must not be a part of a longer word or number. */
    private static boolean isGlue(String text, int before) {
        char c = text.charAt(before);
        boolean decimal = ".,-/".indexOf(c) >= 0 && before > 0 && Digits.isDigit(text.charAt(before - 1));
        return Character.isLetterOrDigit(c) || c == '_' || decimal;
    }

    private static boolean endsHere(String text, int at) {
        return at >= text.length() || !(Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_');
    }

    private int ibanEnd(String text, int start) {
        if (start + 4 > text.length()) {
            return -1;
        }
        Integer length = ibanLengths.get(text.substring(start, start + 2).toUpperCase(Locale.ROOT));
        if (length == null) {
            return -1;
        }
        StringBuilder compact = new StringBuilder();
        int at = start;
        for (; at < text.length() && compact.length() < length && at - start < 2 * LONGEST_IBAN; at++) {
            char c = text.charAt(at);
            if (isIdCharacter(c)) {
                compact.append(Character.toUpperCase(c));
            } else if (" -.\u00a0".indexOf(c) < 0) {
                return -1;
            }
        }
        return compact.length() == length
                        && endsHere(text, at)
                        && isDigits(compact, 2, 4)
                        && CheckDigits.isIban(compact.toString())
                ? at
                : -1;
    }

    private static boolean isDigits(CharSequence text, int from, int to) {
        return text.subSequence(from, to).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int curpEnd(String text, int start) {
        StringBuilder compact = new StringBuilder();
        int at = start;
        for (; at < text.length() && compact.length() < CURP_LENGTH && at - start < CURP_LENGTH + 5; at++) {
            char c = text.charAt(at);
            if (isIdCharacter(c)) {
                compact.append(Character.toUpperCase(c));
            } else if ((c != ' ' && c != '-') || compact.length() < 4) {
                return -1;
            }
        }
        if (compact.length() != CURP_LENGTH || !endsHere(text, at)) {
            return -1;
        }
        String upper = compact.toString();
        boolean shape = upper.substring(0, 4).chars().allMatch(Character::isLetter)
                && isDigits(upper, 4, 10)
                && "HMX".indexOf(upper.charAt(10)) >= 0
                && upper.substring(11, 16).chars().allMatch(Character::isLetter)
                && isDigits(upper, 17, 18);
        return shape && isDate(upper) && CheckDigits.isCurp(upper) ? at : -1;
    }

    private static boolean isDate(String curp) {
        int month = Integer.parseInt(curp.substring(6, 8));
        int day = Integer.parseInt(curp.substring(8, 10));
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    /** With a hyphen it speaks for itself; without one a word has to name it. */
    private int rutEnd(String text, Source source, int start) {
        StringBuilder compact = new StringBuilder();
        int at = start;
        int dots = 0;
        for (; at < text.length() && compact.length() <= RUT_LENGTH; at++) {
            char c = text.charAt(at);
            boolean dot =
                    (c == '.' || c == ' ') && compact.length() > 0 && compact.length() < 8 && isDigitAt(text, at + 1);
            if (!dot && !isDigitAt(text, at)) {
                break;
            }
            dots += dot ? 1 : 0;
            compact.append(dot ? "" : c);
        }
        boolean dash = at < text.length() && "-\u2010\u2011\u2013".indexOf(text.charAt(at)) >= 0;
        int check = dash ? at + 1 : at;
        if (check < text.length() && (isK(text, check) || (dash && isDigitAt(text, check)))) {
            compact.append(text.charAt(check));
            at = check + 1;
        } else if (dash) {
            return -1;
        }
        boolean length = compact.length() == RUT_LENGTH - 1 || compact.length() == RUT_LENGTH;
        boolean shape = dash
                ? dots == 2 || (dots == 0 && source.mentions(own))
                : (dots == 0 || dots == 2) && source.mentions(rut);
        return length && shape && endsHere(text, at) && CheckDigits.isRut(compact.toString()) ? at : -1;
    }

    private static boolean isK(String text, int at) {
        return text.charAt(at) == 'k' || text.charAt(at) == 'K';
    }

    private static boolean isDigitAt(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static int nifEnd(String text, int start) {
        StringBuilder compact = new StringBuilder();
        int at = start;
        for (; at < text.length() && compact.length() < NIF_LENGTH; at++) {
            char c = text.charAt(at);
            boolean sign = c == '-' || c == '.' || (c == ' ' && compact.length() == 8);
            if (isIdCharacter(c)) {
                compact.append(c);
            } else if (!sign || compact.length() == 0) {
                return -1;
            }
        }
        boolean shape = compact.length() == NIF_LENGTH
                && Character.isLetter(compact.charAt(8))
                && isDigits(compact, 1, 8)
                && ("XYZxyz".indexOf(compact.charAt(0)) >= 0 || Digits.isDigit(compact.charAt(0)));
        if (!shape) {
            return -1;
        }
        boolean tight = Character.isUpperCase(text.charAt(at - 1)) || (at - start <= 10 && text.charAt(at - 2) != ' ');
        return tight && endsHere(text, at) && CheckDigits.isNif(compact.toString()) ? at : -1;
    }

    private static boolean isIdCharacter(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == 'Ñ' || c == 'ñ';
    }
}
