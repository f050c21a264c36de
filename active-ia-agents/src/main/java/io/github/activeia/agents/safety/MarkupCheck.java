package io.github.activeia.agents.safety;

import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.Verdict;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps out of a model's text, outside code, what a page would run or fetch, and what a model thinks aloud. Hosts that show replies as HTML
 * must escape them all the same.
 */
final class MarkupCheck {
    private static final Pattern MARKUP = Pattern.compile(
            "(?i)(?<!\\w)</?(?:script|iframe|object|embed|style|link|meta|form|img|svg|think(?:ing)?)\\b|!\\[[^\\]]{0,300}]\\(\\s*<?\\s*(?:https?:)?//|\\]\\(\\s*javascript:");

    /** A block that is not closed yet goes to the end. */
    private static final Pattern CODE = Pattern.compile("(?s)```.*?(?:```|$)|`[^`\\n]*`");

    private MarkupCheck() {}

    static List<SafetyReport.Finding> check(Draft draft) {
        if (!draft.fromModel() || (draft.text().indexOf('<') < 0 && draft.text().indexOf("](") < 0)) {
            return List.of();
        }
        Matcher found = MARKUP.matcher(CODE.matcher(draft.text()).replaceAll(" "));
        int count = 0;
        while (found.find()) {
            count++;
        }
        return count == 0
                ? List.of()
                : List.of(new SafetyReport.Finding(
                        "markup",
                        Verdict.REWRITE,
                        RiskDimension.GOVERNANCE,
                        count + " pieces of markup that a page would run or fetch, or of a model's own thoughts"));
    }
}
