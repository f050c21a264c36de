package io.github.activeia.agents.safety;

import io.github.activeia.core.PlainText;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.core.privacy.CodeSpans;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a draft is in the student's language, by words that tell one language from the others. A sentence needs less of another
 * language than a whole text, which may quote some. Code, what is quoted, and the words of the student and of the passages do not count.
 */
final class SpokenLanguage {
    private static final int ENOUGH_WORDS = 6;
    private static final double CLEARLY = 2.0;
    private static final int LONG_TEXT = 30;
    private static final double NATIVE = 0.12;
    private static final int IN_SENTENCE = 2;
    private static final int ENGLISH_IN_SENTENCE = 4;

    /** Letters that neither Spanish nor English has, in lower case; those of names begin with a capital. */
    private static final String LETTERS = "àèìòùãõâêîôûçäöß";

    /** Before a word with such letters. */
    private static final String FOREIGN = "+";

    private static final String ENDS = ".!?;:\n";

    private final Set<String> spanish;
    private final Set<String> english;
    private final Set<String> tellsSpanish;
    private final Set<String> tellsEnglish;
    private final Set<String> tellsThird;

    SpokenLanguage(SafetyWords words) {
        spanish = Set.copyOf(words.list("spanish"));
        english = Set.copyOf(words.list("english"));
        tellsSpanish = Set.copyOf(words.list("telling.spanish"));
        tellsEnglish = Set.copyOf(words.list("telling.english"));
        tellsThird = Set.copyOf(words.list("telling.third"));
    }

    /** Returns what shows that a draft is in another language, or nothing. */
    Optional<String> foreign(Draft draft) {
        List<List<String>> sentences = sentences(draft.text());
        boolean spanishWanted = draft.locale().getLanguage().equals("es");
        if (!isForeign(sentences, spanishWanted)) {
            return Optional.empty();
        }
        Set<String> known = known(draft);
        sentences.forEach(sentence -> sentence.removeIf(known::contains));
        return isForeign(sentences, spanishWanted) ? Optional.of(evidence(sentences, draft)) : Optional.empty();
    }

    private boolean isForeign(List<List<String>> sentences, boolean spanishWanted) {
        int words = 0;
        int es = 0;
        int en = 0;
        for (List<String> sentence : sentences) {
            words += sentence.size();
            es += count(sentence, spanish);
            en += count(sentence, english);
            if (isForeignSentence(sentence, spanishWanted)) {
                return true;
            }
        }
        int own = spanishWanted ? es : en;
        int other = spanishWanted ? en : es;
        return (other >= ENOUGH_WORDS && other > CLEARLY * own) || (words >= LONG_TEXT && own < NATIVE * words);
    }

    private boolean isForeignSentence(List<String> sentence, boolean spanishWanted) {
        int es = count(sentence, tellsSpanish);
        int en = count(sentence, tellsEnglish);
        int third = third(sentence);
        boolean other = spanishWanted ? en >= ENGLISH_IN_SENTENCE && es == 0 : es >= ENGLISH_IN_SENTENCE && en == 0;
        return other || (third >= IN_SENTENCE && third > es + en);
    }

    private String evidence(List<List<String>> sentences, Draft draft) {
        int[] counts = new int[3];
        for (List<String> sentence : sentences) {
            counts[0] += count(sentence, tellsSpanish);
            counts[1] += count(sentence, tellsEnglish);
            counts[2] += third(sentence);
        }
        return counts[0] + " telling words of Spanish, " + counts[1] + " of English and " + counts[2]
                + " of others for " + draft.locale();
    }

    private int third(List<String> sentence) {
        int count = 0;
        for (String word : sentence) {
            count += word.startsWith(FOREIGN) || tellsThird.contains(word) ? 1 : 0;
        }
        return count;
    }

    private static int count(List<String> sentence, Set<String> language) {
        int count = 0;
        for (String word : sentence) {
            count += language.contains(word) ? 1 : 0;
        }
        return count;
    }

    /** What the student or the material says may be said again, whatever its language. */
    private Set<String> known(Draft draft) {
        Set<String> known = new HashSet<>();
        sentences(draft.question()).forEach(known::addAll);
        for (Passage passage : draft.passages()) {
            sentences(passage.text()).forEach(known::addAll);
        }
        known.removeAll(tellsSpanish);
        known.removeAll(tellsEnglish);
        known.removeAll(spanish);
        known.removeAll(english);
        return known;
    }

    /** Returns the words of each sentence, in lower case without accents, and a mark before those with foreign letters. */
    private static List<List<String>> sentences(String text) {
        CodeSpans code = CodeSpans.of(text);
        String plain = PlainText.fold(text);
        List<List<String>> sentences = new ArrayList<>();
        List<String> sentence = new ArrayList<>();
        boolean quoted = false;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            quoted = c == '«' || c == '“' || (quoted && c != '»' && c != '”' && c != '\n');
            boolean letter = !quoted && Character.isLetter(c) && !code.covers(i);
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                sentence.add(word(text, plain, start, i));
                start = -1;
            }
            if (ENDS.indexOf(c) >= 0 && !sentence.isEmpty()) {
                sentences.add(sentence);
                sentence = new ArrayList<>();
            }
        }
        return sentences;
    }

    private static String word(String text, String plain, int start, int end) {
        String folded = plain.length() == text.length()
                ? plain.substring(start, end)
                : PlainText.fold(text.substring(start, end));
        boolean foreign = false;
        for (int i = start; i < end && Character.isLowerCase(text.charAt(start)); i++) {
            foreign |= LETTERS.indexOf(text.charAt(i)) >= 0;
        }
        return foreign ? FOREIGN + folded : folded;
    }
}
