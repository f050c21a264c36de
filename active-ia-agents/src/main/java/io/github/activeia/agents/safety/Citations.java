package io.github.activeia.agents.safety;

import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.Verdict;
import io.github.activeia.core.privacy.CodeSpans;
import java.util.ArrayList;
import java.util.List;

/** Verifies the citation markers of a draft, and takes out those that point to nothing or vouch for words that the passage does not have. */
final class Citations {
    /** The ends of quotations, and at the same places their beginnings. */
    private static final String CLOSING = "»”\"";

    private static final String OPENING = "«“\"";

    /** Fewer words in plain quotation marks are a name or a text of a program. */
    private static final int WORDS = 4;

    private static final int NEAR = 60;

    private final Draft draft;
    private final List<SafetyReport.Finding> findings = new ArrayList<>();

    private Citations(Draft draft) {
        this.draft = draft;
    }

    /** A text whose markers are real, and what was taken out. */
    record Verified(String text, List<SafetyReport.Finding> findings) {
        Verified {
            findings = List.copyOf(findings);
        }
    }

    private record Marker(int start, int end, int number) {}

    static Verified verify(Draft draft) {
        Citations citations = new Citations(draft);
        return new Verified(citations.cleaned(), citations.findings);
    }

    private String cleaned() {
        String text = draft.text();
        StringBuilder kept = new StringBuilder();
        int at = 0;
        int unknown = 0;
        int unfaithful = 0;
        for (Marker marker : markers(text)) {
            boolean real =
                    marker.number >= 1 && marker.number <= draft.passages().size();
            boolean faithful = real && isFaithful(text, marker);
            if (!faithful) {
                unknown += real ? 0 : 1;
                unfaithful += real ? 1 : 0;
                boolean blank = marker.start > at && text.charAt(marker.start - 1) == ' ';
                kept.append(text, at, blank ? marker.start - 1 : marker.start);
                kept.append(real ? unverified() : "");
                at = marker.end;
            }
        }
        note(
                "citation_unknown",
                unknown,
                " markers beyond the " + draft.passages().size() + " passages");
        note("citation_quote", unfaithful, " quotations that the cited passage does not have");
        return kept.append(text, at, text.length()).toString();
    }

    private void note(String rule, int count, String evidence) {
        if (count > 0) {
            findings.add(new SafetyReport.Finding(rule, Verdict.WARN, RiskDimension.EPISTEMIC, count + evidence));
        }
    }

    /** A number in brackets, outside code, that is no index of something. */
    private static List<Marker> markers(String text) {
        CodeSpans code = CodeSpans.of(text);
        List<Marker> found = new ArrayList<>();
        for (int open = text.indexOf('['); open >= 0; open = text.indexOf('[', open + 1)) {
            int close = text.indexOf(']', open);
            boolean index =
                    open > 0 && (Character.isLetterOrDigit(text.charAt(open - 1)) || text.charAt(open - 1) == ']');
            boolean glued = index && open > 0 && text.charAt(open - 1) != ']';
            if (close > open + 1
                    && close - open <= 4
                    && isNumber(text, open + 1, close)
                    && !glued
                    && !code.covers(open)) {
                found.add(new Marker(open, close + 1, Integer.parseInt(text.substring(open + 1, close))));
            }
        }
        return found;
    }

    private static boolean isNumber(String text, int start, int end) {
        return text.substring(start, end).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** A quotation right before a marker must stand in its passage. */
    private boolean isFaithful(String text, Marker marker) {
        int close = lastOf(CLOSING, text, marker.start);
        if (close < 0
                || marker.start - close > NEAR
                || startsLine(text, marker.start)
                || text.substring(close, marker.start).contains("]")) {
            return true;
        }
        int open = text.lastIndexOf(OPENING.charAt(CLOSING.indexOf(text.charAt(close))), close - 1);
        if (open < 0 || text.substring(open + 1, marker.start).indexOf('\n') >= 0) {
            return true;
        }
        String said = text.substring(open + 1, close);
        if (text.charAt(close) != '»' && said.strip().split("\\s+", -1).length < WORDS) {
            return true;
        }
        String quote = plain(said);
        return plain(draft.passages().get(marker.number - 1).text()).contains(quote);
    }

    /** What stands in the place of a marker behind a quotation that nobody will find. */
    private String unverified() {
        return draft.locale().getLanguage().equals("en")
                ? " (I could not find this quotation in the material)"
                : " (no pude encontrar esta cita en el material)";
    }

    private static int lastOf(String signs, String text, int before) {
        int last = -1;
        for (int i = 0; i < signs.length(); i++) {
            last = Math.max(last, text.lastIndexOf(signs.charAt(i), before));
        }
        return last;
    }

    private static boolean startsLine(String text, int at) {
        return at == 0 || text.charAt(at - 1) == '\n';
    }

    /** Letters and digits alone, so that line breaks, emphasis and dots of omission do not count. */
    private static String plain(String text) {
        return SafetyWords.fold(text)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
