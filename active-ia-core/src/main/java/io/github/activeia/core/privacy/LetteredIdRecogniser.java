package io.github.activeia.core.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds ids that mix letters and digits: NIF and NIE by their check letter, IBAN by its check digits. */
final class LetteredIdRecogniser implements Recogniser {
    private static final int LONGEST_IBAN = 34;

    private final Map<String, Integer> ibanLengths = new HashMap<>();

    LetteredIdRecogniser(PiiWords words) {
        for (String entry : words.list("iban_length")) {
            ibanLengths.put(entry.substring(0, 2), Integer.parseInt(entry.substring(2)));
        }
    }

    @Override
    public List<Redaction.Finding> find(String text) {
        List<Redaction.Finding> found = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            if (!isIdCharacter(text.charAt(i)) || (i > 0 && Character.isLetterOrDigit(text.charAt(i - 1)))) {
                i++;
                continue;
            }
            int end = ibanEnd(text, i);
            PiiKind kind = PiiKind.IBAN;
            if (end < 0) {
                end = nifEnd(text, i);
                kind = PiiKind.NIF;
            }
            if (end > 0) {
                found.add(new Redaction.Finding(kind, i, end));
            }
            i = Math.max(i + 1, end);
        }
        return found;
    }

    private int ibanEnd(String text, int start) {
        if (start + 4 > text.length()) {
            return -1;
        }
        Integer length = ibanLengths.get(text.substring(start, start + 2).toUpperCase(Locale.ROOT));
        if (length == null || !Digits.isDigit(text.charAt(start + 2)) || !Digits.isDigit(text.charAt(start + 3))) {
            return -1;
        }
        StringBuilder compact = new StringBuilder();
        int at = start;
        for (; at < text.length() && compact.length() < length && at - start < 2 * LONGEST_IBAN; at++) {
            char c = text.charAt(at);
            if (isIdCharacter(c)) {
                compact.append(Character.toUpperCase(c));
            } else if (c != ' ' && c != '-') {
                return -1;
            }
        }
        boolean whole = at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
        return whole && compact.length() == length && CheckDigits.isIban(compact.toString()) ? at : -1;
    }

    private static int nifEnd(String text, int start) {
        StringBuilder compact = new StringBuilder();
        int at = start;
        for (; at < text.length() && compact.length() < 9; at++) {
            char c = text.charAt(at);
            boolean sign = c == '-' || c == '.' || (c == ' ' && compact.length() == 8);
            if (isIdCharacter(c)) {
                compact.append(c);
            } else if (!sign || compact.length() == 0) {
                return -1;
            }
        }
        boolean whole = at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
        boolean capital = at > start && Character.isUpperCase(text.charAt(at - 1));
        boolean shape = compact.length() == 9
                && Character.isLetter(compact.charAt(8))
                && ("XYZxyz".indexOf(compact.charAt(0)) >= 0 || Digits.isDigit(compact.charAt(0)));
        boolean tight = capital || at - start <= 10;
        return whole && shape && tight && capital && CheckDigits.isNif(compact.toString()) ? at : -1;
    }

    private static boolean isIdCharacter(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
