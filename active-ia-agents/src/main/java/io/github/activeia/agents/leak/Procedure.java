package io.github.activeia.agents.leak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What code, pseudocode or a recipe in prose does, step by step, whatever language it is written in. */
final class Procedure {
    private static final Pattern PROGRAM = Pattern.compile(
            "(?:^(?:def|class|import|from|#include|public|private|static|int|void|double|float|char|bool|boolean|String|let|const|var|function|struct|typedef|elif|else:|try:|lambda)\\b"
                    + "|[;{}]\\s*$|\\w\\[[^\\]]+]|\\+\\+|--\\s*$|[+*/-]=|==|!=|&&|\\|\\||\\S->\\S|=>|\\breturn\\b|\\bprint\\w*\\(|\\brange\\(|\\blen\\("
                    + "|\\w\\.\\w+\\(|^(?:SELECT|FROM|WHERE|JOIN|LEFT|INNER|GROUP BY|ORDER BY|HAVING|INSERT|UPDATE|WITH|UNION|AND|ON)\\b.*|^[A-Za-z_]\\w*(?:\\s*,\\s*\\w+)*\\s*=\\s*\\S|^(?:for|while|if)\\b.*[:{]\\s*$)");

    /** Articles and the like stand in pseudocode, and in no program outside its texts and comments. */
    private static final Pattern SPOKEN = Pattern.compile(
            "(?iU)^[^\"'#]*\\b(?:the|of|each|an|was|el|la|los|las|un|una|del|que|sea|cada|con|quede|queden)\\b [^\"'#]*$");

    /** Two words side by side as the argument of a call are no argument in any language. */
    private static final Pattern PHRASE = Pattern.compile(
            "\\w\\((?!\\s*(?i:select|distinct|int|long|char|double|float|const|final|new|not|struct|void|unsigned|string|boolean|bool|list|node|nodo|partition|order|year|month|epoch|extract|date|interval|case|async|await)\\b)[a-záéíóúñ]{2,} [a-záéíóúñ]{3,}\\)");

    /** Words that stand side by side in programs. */
    private static final Set<String> KEYWORDS = Set.of(
            "and",
            "or",
            "not",
            "in",
            "is",
            "if",
            "else",
            "elif",
            "for",
            "while",
            "do",
            "return",
            "yield",
            "await",
            "async",
            "lambda",
            "def",
            "class",
            "new",
            "import",
            "from",
            "as",
            "with",
            "assert",
            "raise",
            "try",
            "print",
            "public",
            "private",
            "protected",
            "static",
            "final",
            "abstract",
            "void",
            "extends",
            "implements",
            "throws",
            "throw",
            "case",
            "switch",
            "default",
            "int",
            "long",
            "short",
            "char",
            "float",
            "double",
            "bool",
            "boolean",
            "unsigned",
            "signed",
            "const",
            "struct",
            "typedef",
            "enum",
            "union",
            "let",
            "var",
            "function",
            "typeof",
            "none",
            "true",
            "false",
            "null",
            "select",
            "distinct",
            "where",
            "join",
            "left",
            "right",
            "inner",
            "outer",
            "on",
            "group",
            "order",
            "by",
            "having",
            "insert",
            "into",
            "values",
            "update",
            "set",
            "delete",
            "limit",
            "desc",
            "asc",
            "over",
            "partition",
            "when",
            "then",
            "end",
            "exists",
            "between",
            "like",
            "create",
            "table",
            "primary",
            "key",
            "references",
            "foreign",
            "interval",
            "recursive",
            "all",
            "any");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'|(?:#|//|/\\*|-- ).*");
    private static final Pattern WORD = Pattern.compile("(?U)[\\p{L}_][\\w.]*");

    /** A condition of Spanish pseudocode. */
    private static final Pattern SPANISH = Pattern.compile(
            "(?iU)^(?:si|sino|mientras|para|repetir|devolver|retornar|hasta|fin|entonces|escribir|leer|procedimiento|algoritmo)\\b.*");

    /** So many words side by side are a sentence. */
    private static final int SENTENCE = 3;

    /** A condition without parentheses is Python's, which has no two names side by side. */
    private static final Pattern BARE_CONDITION = Pattern.compile("^(?:for|while|if|elif)\\s+[^(].*");

    private Procedure() {}

    /** Returns the steps of a text in order, each run of the same one once. */
    static List<String> steps(String text, LeakWords words) {
        List<String> steps = new ArrayList<>();
        String folded = Folded.fold(text);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= folded.length(); i++) {
            char c = i < folded.length() ? folded.charAt(i) : ' ';
            if (Character.isLetter(c)) {
                word.append(c);
                continue;
            }
            if (word.length() > 1) {
                add(words.operation(word.toString()), steps);
            }
            word.setLength(0);
            add(sign(folded, i), steps);
        }
        return steps;
    }

    private static void add(String step, List<String> steps) {
        if (!step.isEmpty() && (steps.isEmpty() || !steps.get(steps.size() - 1).equals(step))) {
            steps.add(step);
        }
    }

    private static String sign(String text, int i) {
        char c = i < text.length() ? text.charAt(i) : ' ';
        char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
        char before = i > 0 ? text.charAt(i - 1) : ' ';
        if ((c == '=' && next != '=' && "=!<>+-*/".indexOf(before) < 0) || c == '←') {
            return "assign";
        }
        boolean order = (c == '<' || c == '>' || c == '≤' || c == '≥') && next != c && before != c && before != '-';
        if (order || ((c == '=' || c == '!') && next == '=')) {
            return "compare";
        }
        return (c == '+' || c == '-') && (next == '=' || next == c) ? "increase" : "";
    }

    /** Returns whether a line could stand in a program as it is: pseudocode that speaks could not. */
    static boolean isExecutable(String line) {
        String bare = line.strip();
        if (bare.isEmpty()
                || (bare.startsWith("#") && !bare.startsWith("#include"))
                || bare.startsWith("//")
                || bare.startsWith("--")
                || bare.contains("←")
                || bare.contains("<-")
                || bare.contains("¿")) {
            return false;
        }
        return PROGRAM.matcher(bare).find()
                && !SPOKEN.matcher(bare).find()
                && !PHRASE.matcher(bare).find()
                && !SPANISH.matcher(bare).matches()
                && sideBySide(bare) < (BARE_CONDITION.matcher(bare).matches() ? SENTENCE - 1 : SENTENCE);
    }

    /** Returns how many words stand side by side at most that no programming language has. */
    private static int sideBySide(String line) {
        String code = QUOTED.matcher(line).replaceAll("\"");
        int most = 0;
        int run = 0;
        int end = -1;
        Matcher word = WORD.matcher(code);
        while (word.find()) {
            boolean plain = !KEYWORDS.contains(word.group().toLowerCase(Locale.ROOT));
            boolean beside = end >= 0 && code.substring(end, word.start()).isBlank();
            run = !plain ? 0 : beside ? run + 1 : 1;
            most = Math.max(most, run);
            end = word.end();
        }
        return most;
    }

    /** Returns where the comment of a line of code starts, or -1. */
    static int comment(String line) {
        for (String mark : List.of("#", "//", "--", "/*", "\"\"\"", "* ")) {
            int at = line.indexOf(mark);
            if (at >= 0 && (at == 0 || Character.isWhitespace(line.charAt(at - 1)))) {
                return at;
            }
        }
        return -1;
    }
}
