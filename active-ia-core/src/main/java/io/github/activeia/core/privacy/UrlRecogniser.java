package io.github.activeia.core.privacy;

import java.util.ArrayList;
import java.util.List;

/** Finds links that carry a secret: a password in front of the host, or a parameter whose name says token, key, password and the like. */
final class UrlRecogniser implements Recogniser {
    private static final int LONGEST_SCHEME = 16;
    private static final int SHORTEST_SECRET = 4;
    private static final String CLOSING = ".,;:!?)]}'\"»”";

    private final WordList secretNames;
    private final WordList stems;
    private final WordList samples;
    private final WordList invitations;

    UrlRecogniser(PiiWords words) {
        secretNames = words.list("secret_name");
        stems = words.list("secret_stem");
        samples = words.list("secret_sample");
        invitations = words.list("invitation_host");
    }

    @Override
    public List<Span> find(Source source) {
        List<Span> found = new ArrayList<>();
        String text = source.text();
        if (text.indexOf('/') < 0 && text.indexOf('=') < 0) {
            return found;
        }
        int scheme = -1;
        for (int start = 0; start < text.length(); ) {
            if (isBreak(text.charAt(start))
                    || CLOSING.indexOf(text.charAt(start)) >= 0
                    || "([{'".indexOf(text.charAt(start)) >= 0) {
                start++;
                continue;
            }
            int end = end(text, start);
            if (scheme <= start) {
                scheme = text.indexOf("://", start);
                scheme = scheme < 0 ? text.length() : scheme;
            }
            boolean schemed = scheme > start && scheme < end;
            int from = schemed ? schemeStart(text, scheme) : start;
            int rest = schemed ? scheme + 3 : start;
            if (end > rest && (schemed || isHost(text, start, end)) && hasSecret(text.substring(rest, end))) {
                found.add(new Span(PiiKind.URL, from, end));
            }
            start = Math.max(start + 1, wordEnd(text, start));
        }
        return found;
    }

    private static boolean isBreak(char c) {
        return Character.isWhitespace(c) || "<>\"`|«»“”".indexOf(c) >= 0;
    }

    /** Without a scheme it has to start with a host: labels, a dot, and a path or a query behind it. */
    private static boolean isHost(String text, int start, int end) {
        int at = start;
        int dots = 0;
        while (at < end
                && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-' || text.charAt(at) == '.')) {
            dots += text.charAt(at) == '.' ? 1 : 0;
            at++;
        }
        return dots > 0 && at < end && (text.charAt(at) == '/' || text.charAt(at) == '?');
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && !isBreak(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int schemeStart(String text, int at) {
        int start = at;
        while (start > 0 && at - start < LONGEST_SCHEME && isScheme(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isScheme(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || (c >= '0' && c <= '9');
    }

    private static int end(String text, int from) {
        int end = wordEnd(text, from);
        while (end > from && CLOSING.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private boolean hasSecret(String rest) {
        int path = 0;
        while (path < rest.length() && "/?#".indexOf(rest.charAt(path)) < 0) {
            path++;
        }
        int user = rest.lastIndexOf('@', path);
        int sign = path < rest.length() && rest.charAt(path) == '#' ? rest.indexOf('@', path) : -1;
        if (sign > 0 && rest.substring(0, sign).indexOf('/') < 0 && rest.indexOf(':') > 0 && rest.indexOf(':') < path) {
            return true;
        }
        int colon = rest.indexOf(':');
        if (colon >= 0 && colon < user && isSecret(rest.substring(colon + 1, user))) {
            return true;
        }
        boolean invitation = invitations.contains(rest.substring(0, path)) && rest.length() - path > SHORTEST_SECRET;
        return invitation || hasSecretPart(rest.substring(path));
    }

    private boolean hasSecretPart(String path) {
        String before = "";
        for (String part : path.split("[?&#;/]", -1)) {
            int equals = part.indexOf('=');
            String name = PiiWords.fold(equals < 0 ? before : part.substring(0, equals));
            String value = part.substring(equals + 1);
            if (equals >= 0 ? names(name) && isSecret(value) : isKeyword(name) && isRandom(value)) {
                return true;
            }
            before = part;
        }
        return false;
    }

    private boolean names(String name) {
        return secretNames.contains(name) || hasStem(name);
    }

    private boolean hasStem(String name) {
        for (String stem : stems) {
            if (name.contains(stem)) {
                return true;
            }
        }
        return false;
    }

    /** In a path, what follows "reset" or "token" is a secret where it looks random. */
    private boolean isKeyword(String name) {
        return stems.contains(name) || name.equals("reset") || name.equals("invite") || name.equals("verify");
    }

    private static boolean isRandom(String value) {
        return value.length() >= 12
                && value.chars().anyMatch(Character::isDigit)
                && value.chars().anyMatch(Character::isLetter);
    }

    private boolean isSecret(String value) {
        String plain = PiiWords.fold(value);
        return value.length() >= SHORTEST_SECRET
                && "<{[$*.".indexOf(value.charAt(0)) < 0
                && value.chars().distinct().count() > 2
                && !samples.contains(plain)
                && !isPlaceholder(plain);
    }

    private static boolean isPlaceholder(String plain) {
        return plain.startsWith("your")
                || plain.startsWith("tu_")
                || plain.startsWith("mi_")
                || plain.startsWith("my_");
    }
}
