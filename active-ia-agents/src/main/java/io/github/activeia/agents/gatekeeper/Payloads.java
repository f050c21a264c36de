package io.github.activeia.agents.gatekeeper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds fake message borders, and opens what is hidden by a simple code. Time is linear in the text. */
final class Payloads {
    private static final int SHORTEST = 16;
    private static final int LONGEST_WHOLE = 4000;
    private static final int MOST = 8;

    private final List<String> delimiters;

    Payloads(LexiconFile file) {
        delimiters = file.lines().stream()
                .map(l -> l.text().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** A text that was hidden, where, and how. */
    record Hidden(String how, String text, int start, int end) {}

    List<InjectionDetector.Finding> delimiters(String text) {
        List<InjectionDetector.Finding> found = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        for (String delimiter : delimiters) {
            boolean lineStart = delimiter.startsWith("^");
            String bare = lineStart ? delimiter.substring(1) : delimiter;
            int at = lower.indexOf(bare);
            while (at >= 0 && lineStart && !startsLine(lower, at)) {
                at = lower.indexOf(bare, at + 1);
            }
            if (at >= 0 && lower.length() == text.length()) {
                int end = text.indexOf('\n', at);
                found.add(new InjectionDetector.Finding("delimiter", at, end < 0 ? text.length() : end, 3.0));
            }
        }
        return found;
    }

    private static boolean startsLine(String text, int at) {
        int before = at - 1;
        while (before >= 0
                && (text.charAt(before) == ' ' || text.charAt(before) == '#' || text.charAt(before) == '[')) {
            before--;
        }
        return before < 0 || text.charAt(before) == '\n';
    }

    List<Hidden> decode(String text) {
        List<Hidden> found = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length() && found.size() < MOST; i++) {
            boolean inside = i < text.length() && isCodeLetter(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                if (i - start >= SHORTEST) {
                    addDecoded(text.substring(start, i), start, found);
                }
                start = -1;
            }
        }
        if (text.length() <= LONGEST_WHOLE) {
            found.add(new Hidden("rot13", rot13(text), 0, text.length()));
            found.add(new Hidden("reversed", new StringBuilder(text).reverse().toString(), 0, text.length()));
        }
        return found;
    }

    private static boolean isCodeLetter(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '=' || c == '-' || c == '_');
    }

    private static void addDecoded(String word, int start, List<Hidden> found) {
        int end = start + word.length();
        base64(word).ifPresent(t -> found.add(new Hidden("base64", t, start, end)));
        hex(word).ifPresent(t -> found.add(new Hidden("hex", t, start, end)));
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

    private static Optional<String> hex(String word) {
        if (word.length() % 2 != 0 || !word.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            return Optional.empty();
        }
        byte[] bytes = new byte[word.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(word.substring(2 * i, 2 * i + 2), 16);
        }
        return readable(bytes);
    }

    private static Optional<String> readable(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long good = text.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || Character.isWhitespace(c) || (c > 32 && c < 127))
                .count();
        return good >= text.length() * 0.95 ? Optional.of(text) : Optional.empty();
    }

    private static String rot13(String text) {
        StringBuilder turned = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                turned.append((char) ('a' + (c - 'a' + 13) % 26));
            } else if (c >= 'A' && c <= 'Z') {
                turned.append((char) ('A' + (c - 'A' + 13) % 26));
            } else {
                turned.append(c);
            }
        }
        return turned.toString();
    }
}
