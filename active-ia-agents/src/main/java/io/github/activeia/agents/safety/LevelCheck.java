package io.github.activeia.agents.safety;

import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.Verdict;
import io.github.activeia.core.privacy.CodeSpans;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Keeps a draft within its help level: no code below level 4, short code at level 4 where the policy allows it, no recipe below level 3. */
final class LevelCheck implements SafetyCheck {
    private static final int LONGEST_SNIPPET = 8;
    private static final int WHOLE_PROGRAM = 15;
    private static final int DENSE_LINES = 6;
    private static final double DENSE = 0.6;
    private static final int RECIPE = 4;

    @Override
    public List<SafetyReport.Finding> check(Draft draft) {
        List<SafetyReport.Finding> found = new ArrayList<>();
        int lines = DraftCode.ownLines(draft.text(), draft.passages());
        checkCode(draft, lines, found);
        checkVolume(draft, lines, found);
        long steps = draft.text().lines().filter(LevelCheck::isStep).count();
        if (draft.fromModel() && draft.level().compareTo(HelpLevel.STRATEGY) < 0 && steps >= RECIPE) {
            found.add(finding(
                    "level_steps",
                    Verdict.REWRITE,
                    steps + " steps at level " + draft.level().number()));
        }
        return found;
    }

    private static void checkCode(Draft draft, int lines, List<SafetyReport.Finding> found) {
        boolean allowed = draft.level() == HelpLevel.SPECIFIC && draft.policy().allowCodeSnippets();
        int most = allowed ? LONGEST_SNIPPET : 0;
        boolean pseudocode = draft.level() == HelpLevel.SPECIFIC && !allowed;
        if (lines > most && !(pseudocode && looksAbstract(draft.text()))) {
            found.add(finding(
                    "level_code",
                    Verdict.REWRITE,
                    lines + " lines of code at level " + draft.level().number() + ", where " + most + " may stand"));
        }
    }

    /** Pseudocode speaks the student's language and has no signs of a programming language. */
    private static boolean looksAbstract(String text) {
        String code = DraftCode.allCode(text).replace("```", "");
        String folded = SafetyWords.fold(code);
        boolean spoken = List.of(
                        "para cada", "mientras", "si ", "hasta que", "repetir", "for each", "while ", "repeat", "until")
                .stream()
                .anyMatch(folded::contains);
        boolean signs = List.of(
                        "def ",
                        "();",
                        "){",
                        ") {",
                        "++",
                        "+=",
                        "):",
                        "range(",
                        "len(",
                        "int ",
                        "public ",
                        "#include",
                        "print(",
                        "import ")
                .stream()
                .anyMatch(code::contains);
        return spoken && !signs;
    }

    private static void checkVolume(Draft draft, int lines, List<SafetyReport.Finding> found) {
        double density = CodeSpans.of(draft.text()).characters()
                / (double) Math.max(1, draft.text().length());
        if (lines > WHOLE_PROGRAM || (lines > DENSE_LINES && density > DENSE)) {
            String evidence = String.format(Locale.ROOT, "%d lines of code, %.2f of the text", lines, density);
            found.add(finding("code_volume", Verdict.BLOCK, evidence));
        }
    }

    /** A numbered line that tells, and does not ask. */
    private static boolean isStep(String line) {
        String bare = line.strip();
        int digits = 0;
        while (digits < bare.length() && Character.isDigit(bare.charAt(digits))) {
            digits++;
        }
        boolean numbered = digits > 0 && digits < 3 && digits < bare.length() && ".)".indexOf(bare.charAt(digits)) >= 0;
        return numbered && !bare.contains("?");
    }

    private static SafetyReport.Finding finding(String rule, Verdict verdict, String evidence) {
        return new SafetyReport.Finding(rule, verdict, RiskDimension.COGNITIVE, evidence);
    }
}
