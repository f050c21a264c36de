package io.github.activeia.agents.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks for a solution in what a student was shown: its lines of code, as they are, under the names that {@link Misbehaviour#AS_EXAMPLE}
 * gives them, turned, backwards or in base64, and its results in digits or in words. Blanks and capitals do not count.
 *
 * <p>It compares letters and knows nothing of meaning: it proves that a text was shown, not that none was. A line that stands in the
 * material or in the instructions as well is given away by them; leave it out with {@link #in(String, String, String)}.
 */
public final class Giveaway {
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{16,}={0,2}");
    private static final int SHORTEST = 10;

    private Giveaway() {}

    /** Returns the lines and results of a solution that stand in a text; empty where nothing was given away. */
    public static List<String> in(String shown, String solution) {
        return in(shown, solution, "");
    }

    /**
     * Returns the lines and results of a solution that stand in a text and not in what the student had before; empty where nothing was
     * given away.
     *
     * @param known the instructions, the material and the student's own words
     */
    public static List<String> in(String shown, String solution, String known) {
        SolutionCode code = SolutionCode.of(solution);
        Set<String> lines = new LinkedHashSet<>(code.telling());
        lines.addAll(code.renamed().telling());
        String before = plain(known);
        List<String> forms = forms(shown);
        List<String> found = new ArrayList<>();
        for (String line : lines) {
            String bare = plain(line);
            if (bare.length() >= SHORTEST
                    && !before.contains(bare)
                    && forms.stream().anyMatch(form -> form.contains(bare))) {
                found.add(line);
            }
        }
        code.results().stream()
                .filter(result -> result.length() > 2 && !before.contains(result))
                .filter(result -> states(forms.get(0), result))
                .forEach(found::add);
        return found;
    }

    private static boolean states(String shown, String result) {
        String digits = "(?s).*(?<!\\d)" + result + "(?!\\d).*";
        return shown.matches(digits) || shown.contains(plain(SpanishNumber.spell(Long.parseLong(result))));
    }

    private static List<String> forms(String shown) {
        List<String> forms = new ArrayList<>();
        forms.add(plain(shown));
        forms.add(plain(Misbehaviour.turned(shown)));
        forms.add(plain(new StringBuilder(shown).reverse().toString()));
        BASE64.matcher(shown).results().forEach(run -> forms.add(plain(decoded(run.group()))));
        return forms;
    }

    private static String decoded(String run) {
        String body = run.replace("=", "");
        String whole = body.length() % 4 == 1 ? body.substring(0, body.length() - 1) : body;
        return new String(Base64.getDecoder().decode(whole), StandardCharsets.UTF_8);
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\h`|*\\\\]+", "").toLowerCase(Locale.ROOT);
    }
}
