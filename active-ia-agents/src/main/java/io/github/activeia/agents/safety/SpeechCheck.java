package io.github.activeia.agents.safety;

import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.Verdict;
import io.github.activeia.core.privacy.CodeSpans;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How a draft speaks: it does not recite its instructions, is civil, and speaks the student's language. */
final class SpeechCheck {
    private static final int ENOUGH_WORDS = 6;
    private static final double CLEARLY = 2.0;
    private static final int LONG_TEXT = 30;
    private static final double NATIVE = 0.12;
    private static final int FOREIGN_WORDS = 4;

    private final SafetyWords words;
    private final Set<String> spanish;
    private final Set<String> english;
    private final Set<String> foreign;

    SpeechCheck(SafetyWords words) {
        this.words = words;
        this.spanish = new HashSet<>(words.list("spanish"));
        this.english = new HashSet<>(words.list("english"));
        this.foreign = new HashSet<>(words.list("foreign"));
    }

    List<SafetyReport.Finding> check(Draft draft, ReplyWatch watch) {
        List<SafetyReport.Finding> found = new ArrayList<>();
        String folded = watch.folded(draft.text());
        if (draft.fromModel()) {
            count("prompt_leak", "leak", folded, draft, RiskDimension.GOVERNANCE, found);
        }
        count("tone", "rude", folded, draft, RiskDimension.ETHICAL, found);
        checkLanguage(draft, watch, found);
        return found;
    }

    private void count(
            String rule,
            String list,
            String folded,
            Draft draft,
            RiskDimension dimension,
            List<SafetyReport.Finding> found) {
        long hits = words.list(list).stream()
                .filter(folded::contains)
                .filter(p -> draft.passages().stream()
                        .noneMatch(s -> SafetyWords.fold(s.text()).contains(p)))
                .count();
        if (hits > 0) {
            found.add(
                    new SafetyReport.Finding(rule, Verdict.REWRITE, dimension, hits + " phrases of the list " + list));
        }
    }

    private void checkLanguage(Draft draft, ReplyWatch watch, List<SafetyReport.Finding> found) {
        if (!draft.fromModel()) {
            return;
        }
        String rest = withoutCodeAndQuotes(draft.text());
        List<String> spoken = words(rest.equals(draft.text()) ? watch.folded(rest) : SafetyWords.fold(rest));
        long es = count(spoken, spanish);
        long en = count(spoken, english);
        boolean wantsSpanish = draft.locale().getLanguage().equals("es");
        boolean wantsEnglish = draft.locale().getLanguage().equals("en");
        boolean wrong = (wantsSpanish && en >= ENOUGH_WORDS && en > CLEARLY * es)
                || (wantsEnglish && es >= ENOUGH_WORDS && es > CLEARLY * en)
                || isForeign(spoken, wantsSpanish ? es : en);
        if (wrong) {
            String evidence = es + " Spanish and " + en + " English function words for " + draft.locale();
            found.add(new SafetyReport.Finding("language", Verdict.REWRITE, RiskDimension.GOVERNANCE, evidence));
        }
    }

    /** A text with more common words of third languages than of its own is in one of them, and so is a long one with hardly any of its own. */
    private boolean isForeign(List<String> spoken, long own) {
        long others = count(spoken, foreign);
        return (others >= FOREIGN_WORDS && others > own)
                || (spoken.size() >= LONG_TEXT && own < NATIVE * spoken.size());
    }

    private static List<String> words(String folded) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            boolean letter = i < folded.length() && Character.isLetter(folded.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words.add(folded.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    private static long count(List<String> spoken, Set<String> language) {
        long count = 0;
        for (String word : spoken) {
            count += language.contains(word) ? 1 : 0;
        }
        return count;
    }

    private static String withoutCodeAndQuotes(String text) {
        CodeSpans code = CodeSpans.of(text);
        if (code.characters() == 0 && text.indexOf('«') < 0) {
            return text;
        }
        StringBuilder rest = new StringBuilder(text.length());
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted = c == '«' || (quoted && c != '»');
            rest.append(quoted || code.covers(i) ? ' ' : c);
        }
        return rest.toString();
    }
}
