package io.github.activeia.core.privacy;

import java.util.Set;

/** The check digits of the numbers that have one. */
final class CheckDigits {
    private static final String NIF_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final Set<String> CUIL_PREFIXES = Set.of("20", "23", "24", "25", "26", "27", "30", "33", "34");
    private static final int[] CUIL_WEIGHTS = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
    private static final int[] BANK_WEIGHTS = {7, 1, 3, 9, 7, 1, 3};
    private static final int[] ACCOUNT_WEIGHTS = {3, 9, 7, 1, 3, 9, 7, 1, 3, 9, 7, 1, 3};

    private static final int[] URUGUAYAN_WEIGHTS = {2, 9, 8, 7, 6, 3, 4};
    private static final String CURP_ALPHABET = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";

    private CheckDigits() {}

    /** CUIL and CUIT: modulo 11. */
    static boolean isCuil(String digits) {
        if (digits.length() != 11 || !CUIL_PREFIXES.contains(digits.substring(0, 2))) {
            return false;
        }
        int rest = 11 - weigh(digits, 0, CUIL_WEIGHTS) % 11;
        int check = rest == 11 ? 0 : rest == 10 ? 9 : rest;
        return check == digit(digits, 10);
    }

    /** CBU and CVU: one check digit for the bank, one for the account. */
    static boolean isCbu(String digits) {
        return digits.length() == 22
                && !digits.equals("0".repeat(22))
                && (10 - weigh(digits, 0, BANK_WEIGHTS) % 10) % 10 == digit(digits, 7)
                && (10 - weigh(digits, 8, ACCOUNT_WEIGHTS) % 10) % 10 == digit(digits, 21);
    }

    /** Payment cards: Luhn. */
    static boolean isLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int value = digit(digits, digits.length() - 1 - i);
            int weighed = i % 2 == 0 ? value : 2 * value;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    /** Issuers that have cards of this length. */
    static boolean hasIssuer(String digits) {
        int two = Integer.parseInt(digits.substring(0, 2));
        int four = Integer.parseInt(digits.substring(0, 4));
        return switch (digits.length()) {
            case 14 -> two == 36 || two == 38 || (four >= 3000 && four <= 3059);
            case 15 -> two == 34 || two == 37;
            case 16 ->
                two / 10 == 4
                        || (two >= 51 && two <= 55)
                        || (four >= 2221 && four <= 2720)
                        || four == 6011
                        || two == 65
                        || two == 35
                        || four == 5895
                        || two == 50;
            case 13, 17, 18, 19 -> two / 10 == 4 || two == 63 || two == 67 || two == 50;
            default -> false;
        };
    }

    /** NIF and NIE: the letter is the number modulo 23. */
    static boolean isNif(String folded) {
        String upper = folded.toUpperCase(java.util.Locale.ROOT);
        char first = upper.charAt(0);
        String number =
                switch (first) {
                    case 'X' -> "0" + upper.substring(1, upper.length() - 1);
                    case 'Y' -> "1" + upper.substring(1, upper.length() - 1);
                    case 'Z' -> "2" + upper.substring(1, upper.length() - 1);
                    default -> upper.substring(0, upper.length() - 1);
                };
        return number.length() == 8
                && number.chars().allMatch(c -> c >= '0' && c <= '9')
                && NIF_LETTERS.charAt(Integer.parseInt(number) % 23) == upper.charAt(upper.length() - 1);
    }

    /** IBAN: ISO 7064, modulo 97. */
    static boolean isIban(String compact) {
        String turned = compact.substring(4) + compact.substring(0, 4);
        int rest = 0;
        for (int i = 0; i < turned.length(); i++) {
            int value = Character.digit(turned.charAt(i), 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest == 1;
    }

    /** RUT: modulo 11 with weights 2 to 7, the last character may be K. */
    static boolean isRut(String compact) {
        int sum = 0;
        int last = compact.length() - 1;
        for (int i = 0; i < last; i++) {
            sum += digit(compact, last - 1 - i) * (2 + i % 6);
        }
        int rest = 11 - sum % 11;
        char check = rest == 11 ? '0' : rest == 10 ? 'K' : (char) ('0' + rest);
        return Character.toUpperCase(compact.charAt(last)) == check;
    }

    /** CPF: two check digits modulo 11; eleven equal digits are none. */
    static boolean isCpf(String digits) {
        if (digits.length() != 11 || digits.chars().distinct().count() == 1) {
            return false;
        }
        for (int length = 9; length < 11; length++) {
            int sum = 0;
            for (int i = 0; i < length; i++) {
                sum += digit(digits, i) * (length + 1 - i);
            }
            if (sum * 10 % 11 % 10 != digit(digits, length)) {
                return false;
            }
        }
        return true;
    }

    /** CURP: letters and digits of its shape, weighed from 18 down to 2, modulo 10. */
    static boolean isCurp(String upper) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            int value = CURP_ALPHABET.indexOf(upper.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * (18 - i);
        }
        return (10 - sum % 10) % 10 == digit(upper, 17);
    }

    /** The Uruguayan cédula: eight digits, the last one modulo 10. */
    static boolean isUruguayan(String digits) {
        if (digits.length() != 8) {
            return false;
        }
        return (10 - weigh(digits, 0, URUGUAYAN_WEIGHTS) % 10) % 10 == digit(digits, 7);
    }

    private static int weigh(String digits, int from, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(digits, from + i);
        }
        return sum;
    }

    private static int digit(String digits, int at) {
        return digits.charAt(at) - '0';
    }
}
