package io.github.activeia.agents.gatekeeper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Opens base64, and letters that are written as hexadecimal, binary or decimal numbers or in Morse. Time is linear in the text. */
final class HiddenCodes {
    private static final int SHORTEST = 12;
    private static final int FEWEST_NUMBERS = 6;
    private static final int FEWEST_SIGNS = 20;
    private static final double READABLE = 0.95;
    private static final String MORSE_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final List<String> MORSE = List.of(
            ".-", "-...", "-.-.", "-..", ".", "..-.", "--.", "....", "..", ".---", "-.-", ".-..", "--", "-.", "---",
            ".--.", "--.-", ".-.", "...", "-", "..-", "...-", ".--", "-..-", "-.--", "--..", "-----", ".----", "..---",
            "...--", "....-", ".....", "-....", "--...", "---..", "----.");

    private final String text;
    private final List<HiddenText> found = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private int numbersStart;

    private HiddenCodes(String text) {
        this.text = text;
    }

    static List<HiddenText> in(String text) {
        HiddenCodes codes = new HiddenCodes(text);
        codes.readWords();
        codes.readNumbers();
        codes.readMorse();
        return codes.found;
    }

    private void readWords() {
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && isCodeLetter(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                if (i - start >= SHORTEST) {
                    readWord(text.substring(start, i), start, i);
                }
                start = -1;
            }
        }
    }

    private static boolean isCodeLetter(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '=' || c == '-' || c == '_');
    }

    private void readWord(String word, int start, int end) {
        String bare = word.startsWith("0x") ? word.substring(2) : word;
        base64(bare).ifPresent(t -> found.add(new HiddenText("base64", t, start, end)));
        if (bare.length() % 2 == 0 && isNumber(bare, 16)) {
            decoded(split(bare, 2), 16).ifPresent(t -> found.add(new HiddenText("hex", t, start, end)));
        }
        if (bare.length() % 8 == 0 && isNumber(bare, 2)) {
            decoded(split(bare, 8), 2).ifPresent(t -> found.add(new HiddenText("binary", t, start, end)));
        }
    }

    private static Optional<String> base64(String word) {
        String bare = word.replace('-', '+').replace('_', '/').replace("=", "");
        if (bare.length() % 4 == 1) {
            return Optional.empty();
        }
        try {
            return readable(Base64.getDecoder().decode(bare));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static List<String> split(String word, int length) {
        List<String> parts = new ArrayList<>(word.length() / length);
        for (int i = 0; i < word.length(); i += length) {
            parts.add(word.substring(i, i + length));
        }
        return parts;
    }

    private void readNumbers() {
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && text.charAt(i) < 128 && Character.digit(text.charAt(i), 16) >= 0;
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                addNumber(start, i);
                start = -1;
            }
            if (i < text.length() && !inside && !separates(i)) {
                endNumbers(i);
            }
        }
        endNumbers(text.length());
    }

    private boolean separates(int at) {
        char c = text.charAt(at);
        return Character.isWhitespace(c)
                || ",;|-/\\%&#[]".indexOf(c) >= 0
                || ((c == 'x' || c == 'u' || c == 'b')
                        && at > 0
                        && (text.charAt(at - 1) == '\\' || text.charAt(at - 1) == '0'));
    }

    private void addNumber(int start, int end) {
        boolean prefix = end - start == 1 && end < text.length() && text.charAt(start) == '0' && separates(end);
        if (prefix) {
            return;
        }
        String number = text.substring(start, Math.min(end, start + 9));
        boolean fits = number.length() >= 2 && number.length() <= 8;
        if (!fits) {
            endNumbers(start);
            return;
        }
        if (numbers.isEmpty()) {
            numbersStart = start;
        }
        numbers.add(number);
    }

    private void endNumbers(int end) {
        if (numbers.size() >= FEWEST_NUMBERS) {
            Optional<String> binary =
                    numbers.stream().allMatch(n -> n.length() >= 7) ? decoded(numbers, 2) : Optional.empty();
            Optional<String> plain = binary.or(() -> decoded(numbers, 10)).or(() -> decoded(numbers, 16));
            String how = binary.isPresent() ? "binary" : "numbers";
            plain.ifPresent(t -> found.add(new HiddenText(how, t, numbersStart, end)));
        }
        numbers.clear();
    }

    private static boolean isNumber(String digits, int base) {
        for (int i = 0; i < digits.length(); i++) {
            if (Character.digit(digits.charAt(i), base) < 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> decoded(List<String> numbers, int base) {
        byte[] bytes = new byte[numbers.size()];
        for (int i = 0; i < bytes.length; i++) {
            String number = numbers.get(i);
            if (!isNumber(number, base)) {
                return Optional.empty();
            }
            int value = Integer.parseInt(number, base);
            if (value < 9 || value > 255) {
                return Optional.empty();
            }
            bytes[i] = (byte) value;
        }
        return readable(bytes).filter(t -> t.chars().filter(Character::isLetter).count() * 2 > t.length());
    }

    private static Optional<String> readable(byte[] bytes) {
        String plain = new String(bytes, StandardCharsets.UTF_8);
        long good = plain.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || Character.isWhitespace(c) || (c > 32 && c < 127))
                .count();
        return good >= plain.length() * READABLE ? Optional.of(plain) : Optional.empty();
    }

    private void readMorse() {
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && isSign(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                if (i - start >= FEWEST_SIGNS) {
                    addMorse(start, i);
                }
                start = -1;
            }
        }
    }

    private static boolean isSign(char c) {
        return switch (c) {
            case '.', '-', '–', '—', '_', '/', '|', ' ', '\n' -> true;
            default -> false;
        };
    }

    private void addMorse(int start, int end) {
        StringBuilder plain = new StringBuilder();
        String signs =
                text.substring(start, end).replace('–', '-').replace('—', '-').replace('_', '-');
        for (String sign : signs.replace("/", " / ")
                .replace("|", " / ")
                .replace("   ", " / ")
                .split("\\s+", -1)) {
            int letter = MORSE.indexOf(sign);
            if (letter >= 0) {
                plain.append(MORSE_LETTERS.charAt(letter));
            } else if (sign.equals("/")) {
                plain.append(' ');
            } else if (!sign.isEmpty()) {
                return;
            }
        }
        found.add(new HiddenText("morse", plain.toString(), start, end));
    }
}
