package io.github.activeia.rag.parsing;

import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the formulas in a piece of Office XML, as text in one line; the layout of fractions and roots is lost. */
final class OfficeMath {
    private static final Pattern FORMULA = Pattern.compile("(?s)<m:oMath[ >].*?</m:oMath>");
    private static final Pattern TEXT = Pattern.compile("<m:t(?: [^>]*)?>([^<]*)</m:t>");

    private OfficeMath() {}

    static String in(String xml) {
        StringJoiner formulas = new StringJoiner(" ");
        Matcher formula = FORMULA.matcher(xml);
        while (formula.find()) {
            StringBuilder text = new StringBuilder();
            Matcher part = TEXT.matcher(formula.group());
            while (part.find()) {
                text.append(part.group(1));
            }
            if (!text.isEmpty()) {
                formulas.add("$"
                        + text.toString()
                                .replace("&lt;", "<")
                                .replace("&gt;", ">")
                                .replace("&amp;", "&") + "$");
            }
        }
        return formulas.toString();
    }
}
