package io.github.activeia.agents.safety;

import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds final answers that are handed over: "the answer is" and a number, a letter or a truth value that nobody gave before. */
final class AnswerCheck {
    private static final Set<String> CONDITIONS =
            Set.of("si", "if", "cuando", "when", "que", "that", "porque", "because", "whether", "no");
    private static final Set<String> FILL = Set.of(
            "es",
            "is",
            "la",
            "el",
            "the",
            "a",
            "igual",
            "x",
            "y",
            "n",
            "aproximadamente",
            "about",
            "exactamente",
            "opcion",
            "option",
            "letra",
            "de",
            "to",
            "un",
            "una");
    private static final Set<String> CLOSED = Set.of("verdadero", "falso", "true", "false");
    private static final int LOOK_AHEAD = 4;

    private final List<String> phrases;

    AnswerCheck(SafetyWords words) {
        this.phrases = words.list("answer");
    }

    List<SafetyReport.Finding> check(Draft draft, ReplyWatch watch) {
        Set<String> answers = answers(watch.folded(draft.text()));
        if (!answers.isEmpty()) {
            answers.removeAll(numbers(draft.question()));
        }
        if (answers.isEmpty()) {
            return List.of();
        }
        Set<String> stored = new HashSet<>();
        watch.near(draft.text()).forEach(s -> stored.addAll(numbers(s.text())));
        Set<String> given = new HashSet<>();
        draft.passages().forEach(p -> given.addAll(numbers(p.text())));
        List<SafetyReport.Finding> found = new ArrayList<>();
        long leaked = answers.stream().filter(stored::contains).count();
        long fresh = answers.stream().filter(a -> !given.contains(a)).count();
        if (leaked > 0) {
            found.add(finding(Verdict.BLOCK, leaked + " final answers that a stored solution has"));
        } else if (fresh > 0 && draft.fromModel()) {
            found.add(
                    finding(Verdict.REWRITE, fresh + " final answers that neither the question nor the passages have"));
        }
        return found;
    }

    private static SafetyReport.Finding finding(Verdict verdict, String evidence) {
        return new SafetyReport.Finding("final_answer", verdict, RiskDimension.ETHICAL, evidence);
    }

    private Set<String> answers(String folded) {
        Set<String> found = new HashSet<>();
        for (String phrase : phrases) {
            for (int at = folded.indexOf(phrase); at >= 0; at = folded.indexOf(phrase, at + phrase.length())) {
                int end = at + phrase.length();
                String value =
                        isWhole(folded, at, end) && !isConditional(folded, at) ? valueAfter(folded, end, phrase) : null;
                if (value != null) {
                    found.add(value);
                }
            }
        }
        return found;
    }

    private static boolean isWhole(String text, int start, int end) {
        boolean left = start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1));
        return left && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    private static boolean isConditional(String text, int at) {
        String before = text.substring(Math.max(0, at - 12), at).strip();
        String word = before.substring(before.lastIndexOf(' ') + 1).replace("¿", "");
        return CONDITIONS.contains(word);
    }

    /** Returns the value that directly follows; after a bare noun only behind a colon or an equals sign. */
    private static @Nullable String valueAfter(String text, int end, String phrase) {
        String rest = text.substring(end, Math.min(text.length(), end + 60));
        boolean sign =
                rest.stripLeading().startsWith(":") || rest.stripLeading().startsWith("=");
        if (!phrase.contains(" ") && !sign) {
            return null;
        }
        int words = 0;
        for (String word : rest.split("[\\s:=*`]+", -1)) {
            String bare = trim(word);
            if (bare.isEmpty()) {
                continue;
            }
            if (isNumber(bare) || CLOSED.contains(bare)) {
                return bare;
            }
            boolean letter =
                    bare.length() == 1 && "abcde".contains(bare) && words > 0 && !bare.equals("a") && !bare.equals("e");
            if (letter) {
                return bare;
            }
            if (!FILL.contains(bare) || ++words > LOOK_AHEAD) {
                return null;
            }
        }
        return null;
    }

    private static Set<String> numbers(String text) {
        Set<String> found = new HashSet<>();
        for (String word : SafetyWords.fold(text).split("[\\s=:;()\\[\\]{}*/+`]+", -1)) {
            String bare = trim(word);
            if (isNumber(bare) || CLOSED.contains(bare)) {
                found.add(bare);
            }
        }
        return found;
    }

    private static String trim(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && !Character.isLetterOrDigit(word.charAt(start)) && word.charAt(start) != '-') {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(word.charAt(end - 1))) {
            end--;
        }
        return word.substring(start, end).replace(',', '.');
    }

    private static boolean isNumber(String word) {
        boolean digit = !word.isEmpty() && Character.isDigit(word.charAt(word.length() - 1));
        return digit && word.chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == '-');
    }
}
