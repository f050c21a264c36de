package io.github.activeia.core.privacy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds e-mail addresses, spelled out ones ("ana arroba uni punto edu") and spaced ones included; examples of an exercise are none. */
final class EmailRecogniser implements Recogniser {
    private static final List<String> PROVIDERS =
            List.of("gmail", "hotmail", "outlook", "yahoo", "icloud", "proton", "live.com");
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_HOST = 253;
    private static final String AT =
            "(?:\\s?[\\[({<]\\s?(?:at|arroba|@|a)\\s?[\\])}>]\\s?|\\s?-(?:at|arroba)-\\s?|\\s(?:arroba|at)\\s)";
    private static final String DOT =
            "(?:\\s?[\\[({<]\\s?(?:dot|punto|\\.)\\s?[\\])}>]\\s?|\\s?-(?:dot|punto)-\\s?|\\s(?:punto|dot)\\s|\\.)";
    private static final String PART =
            "[\\p{L}\\p{N}][\\p{L}\\p{N}_+-]{0,63}(?:(?:\\s[(\\[]?(?:gui[oó]n\\sbajo|gui[oó]n|underscore|dash|hyphen|punto|dot)[)\\]]?\\s|\\.)[\\p{L}\\p{N}_+-]{1,63}){0,4}";
    private static final int REACH = 8;
    private static final Pattern SPELLED =
            Pattern.compile("(?i)" + PART + AT + "[a-z0-9-]{2,63}(?:" + DOT + "[a-z0-9-]{2,63}){1,4}");
    private static final Pattern SPACED = Pattern.compile(
            "(?i)(?:[a-z0-9._+-]\\s){3,40}@\\s?(?:(?:[a-z0-9-]{1,30}\\s?){1,20}\\.\\s?){1,4}(?:[a-z]{2,10}\\b|[a-z]\\s[a-z](?:\\s[a-z])?\\b)");
    private static final Pattern LOOSE = Pattern.compile(
            "(?i)[\\p{L}\\p{N}][\\p{L}\\p{N}._+-]{1,63}(?:\\s@\\s?|@\\s)[a-z0-9-]{2,63}(?:\\s?\\.\\s?[a-z0-9-]{2,24}){0,3}"
                    + "\\s?\\.\\s?(?:com|net|org|edu|gob|gov|es|ar|mx|cl|co|uy|pe|br|io|uk|us|info|me|cat|eu|pt)\\b");

    private final WordList exampleHosts;
    private final WordList exampleUsers;

    EmailRecogniser(PiiWords words) {
        exampleHosts = words.list("example_host");
        exampleUsers = words.list("example_user");
    }

    @Override
    public List<Span> find(Source source) {
        List<Span> found = new ArrayList<>();
        String text = source.text();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = localStart(text, at);
            int end = hostEnd(text, at);
            boolean address = start < at && end > at && isAddress(source.folded(), start, at, end);
            boolean sample = address && exampleHosts.contains(source.folded().substring(at + 1, end));
            if (address && (!source.isLiteral(start) || (!sample && hasOwner(source, start, at)))) {
                found.add(new Span(PiiKind.EMAIL, start, end));
            }
        }
        if (isSpelled(source.folded()) && hasDot(source.folded())) {
            addAll(SPELLED, text, found);
        }
        if (text.contains(" @") || text.contains("@ ")) {
            addAll(SPACED, text, found);
            addAll(LOOSE, text, found);
        }
        return found;
    }

    private static boolean isSpelled(String folded) {
        return folded.contains("arroba")
                || folded.contains(" dot ")
                || folded.contains(" at ")
                || folded.contains("-at-")
                || folded.contains("(a)")
                || folded.contains("[a]")
                || folded.contains("at)")
                || folded.contains("at]");
    }

    /** A spelled out host needs a dot, be it a word, between brackets, or right before what follows; most of " at " has none. */
    private static boolean hasDot(String folded) {
        if (folded.contains("dot") || folded.contains("punto")) {
            return true;
        }
        int dot = folded.indexOf('.');
        boolean bracketed = dot >= 0
                && (folded.indexOf('(') >= 0
                        || folded.indexOf('[') >= 0
                        || folded.indexOf('{') >= 0
                        || folded.indexOf('<') >= 0);
        while (dot >= 0 && !bracketed) {
            if (dot + 1 < folded.length() && !Character.isWhitespace(folded.charAt(dot + 1))) {
                return true;
            }
            dot = folded.indexOf('.', dot + 1);
        }
        return bracketed;
    }

    /** {@code 'Ruth Paz', 'ruth.paz@…'}: a sample address has nobody's name in front of it. */
    private boolean hasOwner(Source source, int start, int at) {
        Set<String> parts = EmailNames.of(source.folded().substring(start, at));
        int last = source.indexAt(start);
        for (int i = Math.max(0, last - REACH); i < last; i++) {
            Token token = source.token(i);
            boolean full = i > 0
                    && token.isCapital()
                    && source.token(i - 1).isCapital()
                    && (parts.contains(token.folded())
                            || parts.contains(source.token(i - 1).folded()));
            if (full) {
                return true;
            }
        }
        return false;
    }

    private static void addAll(Pattern pattern, String text, List<Span> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            // "meet at cafe.com" is a place: without brackets the English word needs its other half spelled out too.
            String match = matcher.group().toLowerCase(Locale.ROOT);
            boolean english = match.contains(" at ")
                    && !match.contains("dot")
                    && PROVIDERS.stream().noneMatch(match::contains);
            if (!english) {
                found.add(new Span(PiiKind.EMAIL, matcher.start(), matcher.end()));
            }
        }
    }

    private static int localStart(String text, int at) {
        int start = at;
        while (start > 0 && at - start < LONGEST_LOCAL && isLocal(text.charAt(start - 1))) {
            start--;
        }
        while (start < at && !Character.isLetterOrDigit(text.charAt(start)) && text.charAt(start) != '_') {
            start++;
        }
        return start;
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || "._%+-'".indexOf(c) >= 0;
    }

    /** Returns the offset behind the host, which has a dot and ends in letters, or -1. */
    private static int hostEnd(String text, int at) {
        int end = at + 1;
        int last = -1;
        while (end < text.length() && end - at < LONGEST_HOST && isHost(text.charAt(end))) {
            if (text.charAt(end) == '.') {
                last = end;
            }
            end++;
        }
        while (end > at + 1 && ".-".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
            last = text.lastIndexOf('.', end - 1);
        }
        boolean named = last > at + 1 && end - last > 2 && text.charAt(at + 1) != '.';
        return named && text.substring(last + 1, end).chars().allMatch(Character::isLetter) ? end : -1;
    }

    private static boolean isHost(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '.';
    }

    private boolean isAddress(String folded, int start, int at, int end) {
        String user = folded.substring(start, at);
        String host = folded.substring(at + 1, end);
        boolean remote = user.equals("git");
        boolean twice = start > 0 && folded.charAt(start - 1) == '@';
        boolean example = exampleHosts.contains(host) && exampleUsers.contains(user);
        return !remote && !twice && !example && !host.contains("..");
    }
}
