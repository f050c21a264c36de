package io.github.activeia.core.privacy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** Finds e-mail addresses, spelled out ones ("ana arroba uni punto edu") included. */
final class EmailRecogniser implements Recogniser {
    private static final Pattern ADDRESS = Pattern.compile(
            "[\\p{L}\\p{N}][\\p{L}\\p{N}._%+-]{0,63}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62}[\\p{L}\\p{N}])?\\.){1,8}\\p{L}{2,24}");
    private static final Pattern SPELLED = Pattern.compile(
            "(?i)[a-z0-9][a-z0-9._+-]{1,63}(?:\\s?[\\[(]\\s?(?:at|arroba)\\s?[\\])]\\s?|\\s(?:arroba)\\s)[a-z0-9-]{2,63}"
                    + "(?:(?:\\s?[\\[(]\\s?(?:dot|punto)\\s?[\\])]\\s?|\\s(?:punto|dot)\\s|\\.)[a-z0-9-]{2,63}){1,4}");

    @Override
    public List<Redaction.Finding> find(String text) {
        List<Redaction.Finding> found = new ArrayList<>();
        if (text.indexOf('@') >= 0) {
            add(ADDRESS.matcher(text), text, found);
        }
        if (text.contains("arroba") || text.contains("ARROBA") || text.contains("at)") || text.contains("at]")) {
            add(SPELLED.matcher(text), text, found);
        }
        return found;
    }

    private static void add(Matcher matcher, String text, List<Redaction.Finding> found) {
        while (matcher.find()) {
            boolean remote = matcher.end() < text.length()
                    && text.charAt(matcher.end()) == ':'
                    && text.startsWith("git@", matcher.start());
            if (!remote) {
                found.add(new Redaction.Finding(PiiKind.EMAIL, matcher.start(), matcher.end()));
            }
        }
    }
}
