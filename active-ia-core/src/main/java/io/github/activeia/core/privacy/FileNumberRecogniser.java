package io.github.activeia.core.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds a student's file number with letters or signs in it ("leg. FCE-20933", "45.231/7", "A01730428") behind a word that names it. */
final class FileNumberRecogniser implements Recogniser {
    private static final int REACH = 5;
    private static final Set<String> NUMBERS = Set.of("º", "°", "numero", "nro", "num");
    private static final int LONGEST = 16;
    private static final int SHORTEST = 5;
    private static final int SHORTEST_OWN = 4;

    private final WordList names;
    private final WordList weak;
    private final WordList own;
    private final WordList between;

    FileNumberRecogniser(PiiWords words) {
        names = words.list("legajo");
        weak = words.list("weak_legajo");
        own = words.list("own");
        between = words.list("number_link");
    }

    @Override
    public List<Span> find(Source source) {
        List<Span> found = new ArrayList<>();
        if (!source.hasDigits()) {
            return found;
        }
        for (int i = 0; i < source.size(); i++) {
            int after = source.phraseEnd(names, i);
            boolean named = after > i;
            after = named ? after : source.phraseEnd(weak, i);
            if (after > i
                    && (named || isOwned(source, i))
                    && (!source.isQuoted(source.token(i).start())
                            || source.token(i).isCapital())) {
                addBehind(source, after, named, found);
            }
        }
        return found;
    }

    private boolean isOwned(Source source, int at) {
        for (int i = at - 1; i >= 0 && i >= at - 2; i--) {
            if (source.is(own, i)) {
                return true;
            }
        }
        if (at >= 2
                && source.token(at - 1).folded().equals("de")
                && NUMBERS.contains(source.token(at - 2).folded())) {
            return true;
        }
        return at >= 2
                && source.token(at - 1).isOneOf(",-–/|(")
                && source.token(at - 2).isWord()
                && isNamed(source, at);
    }

    /** In a list of somebody's data, such as "Ana Paz, code 2023…". */
    private static boolean isNamed(Source source, int at) {
        if (at >= 3 && source.token(at - 2).isCapital() && source.token(at - 3).isCapital()) {
            return true;
        }
        int line = at;
        while (line > 0 && at - line < 8 && !source.isLineStart(line)) {
            line--;
        }
        return source.isLineStart(line)
                && line + 1 < at
                && source.token(line).isCapital()
                && source.token(line + 1).isCapital();
    }

    private void addBehind(Source source, int from, boolean named, List<Span> found) {
        int at = from;
        while (at < source.size() && at - from < REACH && isBetween(source, at)) {
            at++;
        }
        if (at >= source.size()) {
            return;
        }
        int start = source.token(at).start();
        int end = end(source.text(), start);
        String value = source.text().substring(start, end);
        long digits = value.chars().filter(c -> Digits.isDigit((char) c)).count();
        boolean signed = value.indexOf('/') > 0 || (named && value.indexOf('.') == 1);
        boolean enough = digits >= (isOwned(source, from - 1) || signed ? SHORTEST_OWN : SHORTEST);
        boolean shape =
                Digits.isDigit(value.isEmpty() ? ' ' : value.charAt(value.length() - 1)) || value.length() > SHORTEST;
        boolean year = digits == 4 && value.length() == 4 && (value.startsWith("19") || value.startsWith("20"));
        if (enough && shape && !year && value.length() <= LONGEST && (named || digits >= 6)) {
            found.add(new Span(PiiKind.LEGAJO, start, end));
        }
    }

    private boolean isBetween(Source source, int at) {
        boolean glued = at + 1 < source.size()
                && source.isGlued(at, at + 1)
                && source.token(at + 1).isNumber();
        return source.token(at).isOneOf(":#.°º=-(") || (source.is(between, at) && !glued);
    }

    /** One run of letters, digits and the signs between them; letters stand in front, or one behind. */
    private static int end(String text, int start) {
        int end = start;
        while (end < text.length() && end - start <= LONGEST) {
            char c = text.charAt(end);
            boolean joint =
                    "-./".indexOf(c) >= 0 && end + 1 < text.length() && Character.isLetterOrDigit(text.charAt(end + 1));
            if (!Character.isLetterOrDigit(c) && !joint) {
                break;
            }
            end++;
        }
        return end;
    }
}
