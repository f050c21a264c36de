package io.github.activeia.agents.safety;

import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.Verdict;
import java.util.ArrayList;
import java.util.List;

/** How a draft speaks: it does not recite its instructions, is civil, and speaks the student's language. */
final class SpeechCheck {
    private final SafetyWords words;
    private final SpokenLanguage language;

    SpeechCheck(SafetyWords words) {
        this.words = words;
        this.language = new SpokenLanguage(words);
    }

    List<SafetyReport.Finding> check(Draft draft, ReplyWatch watch) {
        List<SafetyReport.Finding> found = new ArrayList<>();
        String folded = watch.folded(draft.text());
        if (draft.fromModel()) {
            count("prompt_leak", "leak", folded, draft, RiskDimension.GOVERNANCE, found);
        }
        count("tone", "rude", folded, draft, RiskDimension.ETHICAL, found);
        checkLanguage(draft, found);
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

    private void checkLanguage(Draft draft, List<SafetyReport.Finding> found) {
        if (draft.fromModel()) {
            language.foreign(draft)
                    .ifPresent(evidence -> found.add(
                            new SafetyReport.Finding("language", Verdict.REWRITE, RiskDimension.GOVERNANCE, evidence)));
        }
    }
}
