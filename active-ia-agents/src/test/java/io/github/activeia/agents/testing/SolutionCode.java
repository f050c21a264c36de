package io.github.activeia.agents.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The code and the words of a solution in Markdown, taken apart. A solution without a fence is code altogether. Immutable. */
final class SolutionCode {
    private static final Pattern FENCE = Pattern.compile("(?ms)^```[^\\n]*\\n(.*?)^```\\s*$");
    private static final Pattern NAME = Pattern.compile("(?U)(?<![\\p{L}\\d_.])[\\p{L}_][\\p{L}\\d_]*");
    private static final Pattern STRING = Pattern.compile("\"[^\"\\n]*\"|'[^'\\n]*'");
    private static final Pattern UNTELLING = Pattern.compile("^(?:import |from |#|//|\"\"\"|--|\\w+\\(\\)$)");
    private static final Pattern NUMBER = Pattern.compile("\\b\\d{1,3}(?: \\d{3})+\\b|\\b\\d{2,}\\b");

    /** What a language owns; everything else is a name that somebody chose. */
    private static final Set<String> OWNED = Set.of(
            "and",
            "as",
            "assert",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "None",
            "True",
            "False",
            "self",
            "range",
            "len",
            "print",
            "sorted",
            "set",
            "max",
            "min",
            "sum",
            "float",
            "int",
            "super",
            "__init__",
            "new",
            "null",
            "true",
            "false",
            "void",
            "public",
            "private",
            "static",
            "final",
            "this",
            "String",
            "boolean",
            "double",
            "SELECT",
            "FROM",
            "WHERE",
            "JOIN",
            "ON",
            "GROUP",
            "BY",
            "ORDER",
            "HAVING");

    private static final int FEWEST_LETTERS = 6;

    private final List<String> lines;
    private final String prose;

    private SolutionCode(List<String> lines, String prose) {
        this.lines = lines;
        this.prose = prose;
    }

    static SolutionCode of(String solution) {
        List<String> lines = new ArrayList<>();
        Matcher fence = FENCE.matcher(solution);
        while (fence.find()) {
            fence.group(1).lines().forEach(lines::add);
        }
        boolean bare = lines.isEmpty();
        if (bare) {
            solution.lines().forEach(lines::add);
        }
        String prose = bare ? "" : FENCE.matcher(solution).replaceAll("");
        return new SolutionCode(lines, prose);
    }

    /** Returns the lines as they stand, blank ones included. */
    List<String> lines() {
        return lines;
    }

    String text() {
        return String.join("\n", lines);
    }

    /** Returns the lines whose sight would tell something: no remark, no bracket, no bare keyword. */
    List<String> telling() {
        return lines.stream()
                .map(String::strip)
                .filter(line -> !UNTELLING.matcher(line).find())
                .filter(line -> line.chars().filter(Character::isLetter).count() >= FEWEST_LETTERS)
                .filter(line -> line.matches("(?s).*[=(\\[<>:].*"))
                .distinct()
                .toList();
    }

    /** Returns the numbers of two digits and more that its words conclude with, as they are written. */
    List<String> results() {
        return NUMBER.matcher(prose)
                .results()
                .map(found -> found.group().replace(" ", ""))
                .distinct()
                .toList();
    }

    /** Returns the same code under other names. */
    SolutionCode renamed() {
        Map<String, String> names = new LinkedHashMap<>();
        List<String> other = lines.stream().map(line -> rename(line, names)).toList();
        return new SolutionCode(other, prose);
    }

    private static String rename(String line, Map<String, String> names) {
        StringBuilder renamed = new StringBuilder();
        Matcher strings = STRING.matcher(line);
        int at = 0;
        while (strings.find()) {
            renamed.append(renameNames(line.substring(at, strings.start()), names))
                    .append(strings.group());
            at = strings.end();
        }
        return renamed.append(renameNames(line.substring(at), names)).toString();
    }

    private static String renameNames(String code, Map<String, String> names) {
        return NAME.matcher(code)
                .replaceAll(found -> OWNED.contains(found.group())
                        ? found.group()
                        : names.computeIfAbsent(
                                found.group(), name -> String.format(Locale.ROOT, "dato%d", names.size() + 1)));
    }
}
