package io.github.activeia.agents.tutor;

import io.github.activeia.core.Activity;
import io.github.activeia.core.knowledge.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sentences of the passages that say most about a question and can stand alone. A word weighs the more, the fewer of the
 * sentences have it; a sentence that leans on the one before it ("Esto…", "Por eso…", "La primera es…"), that announces something (ends with a colon)
 * or that is very short or very long loses.
 */
final class Excerpts {
    private static final int SHORTEST = 25;
    private static final int IDEAL = 180;
    private static final int LONGEST = 280;
    private static final int TOGETHER = 340;
    private static final Pattern LEANING = Pattern.compile(
            "(?iU)^(?:sus?|its|their|est[oaeo]s?|es[oae]s?|así|además|también|por (?:eso|esto|lo tanto|ello|otro lado)|entonces|pero|luego|sin embargo|"
                    + "en (?:este|ese|cambio)|(?:el|la)s? (?:primer[oa]|segund[oa]|tercer[oa]|otr[oa]) (?:es|consiste|se)|"
                    + "the (?:first|second|third|other) (?:one|is)|y|o|aquí|acá|allí|ahí|lo (?:anterior|mismo)|dicho|this|that|these|those|it|they|"
                    + "however|also|so|therefore|then|but|and|here|there)\\b.*");
    private static final Pattern POINTING_BACK = Pattern.compile(
            "(?iU).*\\b(?:(?:secci[oó]n|apartado|párrafo|ejemplo|tabla|figura) anterior|anteriormente|"
                    + "(?:previous|preceding|last) (?:section|paragraph|example|table|figure)|(?:seen|said|shown) above)\\b.*");
    private static final Pattern DEFINING = Pattern.compile(
            "(?iU).{2,60}\\b(?:es|son|se (?:define|llama|denomina|trata)|consiste|significa|is|are|means)\\b.*");
    private static final Pattern ASKS_DEFINITION = Pattern.compile(
            "(?iU).*\\b(?:qu[eé] (?:es|son|significa|quiere decir)|defin\\w+|concepto|what (?:is|are)|mean\\w*)\\b.*");
    private static final Pattern ASKS_REASON = Pattern.compile("(?iU).*\\b(?:por ?qu[eé]|para qu[eé]|why)\\b.*");
    private static final Pattern REASON = Pattern.compile(
            "(?iU).*\\b(?:porque|ya que|dado que|debido|por eso|para (?:que|evitar|no)|because|since|so that)\\b.*");

    /**
     * A sentence.
     *
     * @param number the marker of its passage, from 1
     * @param sentence word for word
     * @param continued with the sentence behind it, if that one leans on it and both are not too long
     * @param score how much it says about the question
     */
    record Excerpt(int number, String sentence, String continued, double score) {
        /** Returns the sentence without the one behind it. */
        Excerpt alone() {
            return new Excerpt(number, sentence, sentence, score);
        }

        Excerpt times(double weight) {
            return new Excerpt(number, sentence, continued, score * weight);
        }
    }

    private final Terms terms;

    Excerpts(Terms terms) {
        this.terms = terms;
    }

    Terms terms() {
        return terms;
    }

    /** Returns the sentences that can be quoted, best first; what is close to an activity, if one is given, wins a near tie. */
    List<Excerpt> find(String question, List<Passage> passages, @Nullable Activity activity) {
        List<Excerpt> all = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            List<String> sentences = Lesson.of(passages.get(i)).sentences();
            for (int k = 0; k < sentences.size(); k++) {
                all.add(new Excerpt(i + 1, sentences.get(k), continued(sentences, k, passages.get(i)), 0));
            }
        }
        Set<String> asked = terms.of(question);
        Map<String, Integer> spread = spread(all);
        Closeness closeness = new Closeness(activity, passages, terms);
        return all.stream()
                .filter(e -> quotable(e.sentence()))
                .map(e -> new Excerpt(
                        e.number(), e.sentence(), e.continued(), score(e, question, asked, spread, all.size())))
                .map(e -> e.times(closeness.weight(passages.get(e.number() - 1), e.number())))
                .sorted(Comparator.comparingDouble(Excerpt::score).reversed())
                .toList();
    }

    /** The two stand together in the passage, or the quote would not be word for word. */
    private static String continued(List<String> sentences, int index, Passage passage) {
        String sentence = sentences.get(index);
        if (index + 1 == sentences.size()) {
            return sentence;
        }
        String next = sentences.get(index + 1);
        String both = sentence + " " + next;
        boolean leans = LEANING.matcher(next).matches() && quotable(next) && both.length() <= TOGETHER;
        return leans && passage.text().replaceAll("\\s+", " ").contains(both) ? both : sentence;
    }

    private Map<String, Integer> spread(List<Excerpt> all) {
        Map<String, Integer> counts = new HashMap<>();
        all.forEach(e -> terms.of(e.sentence()).forEach(term -> counts.merge(term, 1, Integer::sum)));
        return counts;
    }

    private double score(Excerpt excerpt, String question, Set<String> asked, Map<String, Integer> spread, int total) {
        String sentence = excerpt.sentence();
        double shared = terms.of(sentence).stream()
                .filter(asked::contains)
                .mapToDouble(term -> Math.log(1 + (double) total / spread.getOrDefault(term, 1)))
                .sum();
        double score = 1 + shared;
        score *= leans(sentence) ? 0.45 : 1;
        score *= ASKS_DEFINITION.matcher(question).matches() && defines(sentence, asked) ? 1.5 : 1;
        score *= ASKS_REASON.matcher(question).matches()
                        && REASON.matcher(sentence).matches()
                ? 1.35
                : 1;
        score *= sentence.length() > IDEAL ? 0.8 : 1;
        score *= sentence.endsWith("?") ? 0.5 : 1;
        score *= sentence.indexOf('$') >= 0 ? 0.85 : 1;
        return score;
    }

    private static boolean leans(String sentence) {
        return LEANING.matcher(sentence).matches()
                || POINTING_BACK.matcher(sentence).matches();
    }

    private boolean defines(String sentence, Set<String> asked) {
        String head = sentence.substring(0, Math.min(sentence.length(), 60));
        return DEFINING.matcher(sentence).matches() && terms.of(head).stream().anyMatch(asked::contains);
    }

    private static boolean quotable(String sentence) {
        return sentence.length() >= SHORTEST
                && sentence.length() <= LONGEST
                && !sentence.endsWith(":")
                && Character.isLetterOrDigit(
                        sentence.replaceFirst("^[¿¡*_`«“\"(]+", " ").strip().codePointAt(0))
                && balanced(sentence)
                && letters(sentence) * 2 > sentence.length();
    }

    private static boolean balanced(String sentence) {
        return count(sentence, "**") % 2 == 0
                && count(sentence, "`") % 2 == 0
                && count(sentence, "$") % 2 == 0
                && count(sentence, "«") == count(sentence, "»")
                && count(sentence, "(") == count(sentence, ")");
    }

    private static int count(String text, String part) {
        return text.toLowerCase(Locale.ROOT).split(Pattern.quote(part), -1).length - 1;
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }
}
