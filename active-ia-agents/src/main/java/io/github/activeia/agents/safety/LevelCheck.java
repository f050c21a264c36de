package io.github.activeia.agents.safety;

import io.github.activeia.agents.leak.LeakWatch;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Keeps a draft within its help level: no code below level 4, short code at level 4 where the policy allows it, no recipe below level 3. */
final class LevelCheck {
    private static final int LONGEST_SNIPPET = 5;
    private static final int LONGEST_PSEUDOCODE = 8;
    private static final int WHOLE_PROGRAM = 15;

    /** So many numbered steps are a recipe where only questions may stand. */
    private static final int RECIPE_ORIENT = 3;

    private static final int RECIPE_CONCEPT = 4;

    private LevelCheck() {}

    static List<SafetyReport.Finding> check(Draft draft, LeakWatch watch) {
        List<SafetyReport.Finding> found = new ArrayList<>();
        LeakWatch.OwnCode code = watch.code(draft.text());
        checkCode(draft, code, found);
        long steps = draft.text()
                .lines()
                .filter(LevelCheck::isNumbered)
                .filter(watch::namesStep)
                .count();
        int recipe = draft.level() == HelpLevel.ORIENT ? RECIPE_ORIENT : RECIPE_CONCEPT;
        if (draft.fromModel() && draft.level().compareTo(HelpLevel.STRATEGY) < 0 && steps >= recipe) {
            found.add(finding(
                    "level_steps",
                    Verdict.REWRITE,
                    steps + " steps at level " + draft.level().number()));
        }
        return found;
    }

    private static void checkCode(Draft draft, LeakWatch.OwnCode code, List<SafetyReport.Finding> found) {
        boolean specific = draft.level() == HelpLevel.SPECIFIC;
        int program = specific && draft.policy().allowCodeSnippets() ? LONGEST_SNIPPET : 0;
        int pseudocode = specific ? LONGEST_PSEUDOCODE : 0;
        if (code.program() > WHOLE_PROGRAM) {
            found.add(finding("code_volume", Verdict.BLOCK, code.program() + " lines of a program"));
        } else if (code.program() > program) {
            found.add(over(draft, code.program(), program, " lines of code"));
        } else if (code.program() + code.pseudocode() > program + Math.max(1, pseudocode)) {
            found.add(over(draft, code.pseudocode(), pseudocode, " lines of pseudocode"));
        }
    }

    private static SafetyReport.Finding over(Draft draft, int lines, int most, String what) {
        String evidence = (lines == 1 ? "1" + what.replace("lines", "line") : lines + what) + " at level "
                + draft.level().number() + ", where " + most + " may stand";
        return finding("level_code", Verdict.REWRITE, evidence);
    }

    /** A numbered line that tells, and does not ask. */
    private static boolean isNumbered(String line) {
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
