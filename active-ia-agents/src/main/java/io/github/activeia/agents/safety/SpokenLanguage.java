package io.github.activeia.agents.safety;

import io.github.activeia.core.PlainText;
import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.core.privacy.CodeSpans;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

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
    private static final int OTHER_IN_SENTENCE = 2;
    private static final double OTHER_SHARE = 0.2;

    private static final List<String> LISTS =
            List.of("spanish", "english", "telling.spanish", "telling.english", "telling.third");
    private static final int COMMON = 0;
    private static final int TELLING = 2;
    private static final int THIRD = 4;
    private static final int WORDS = 5;

    /** Letters that neither Spanish nor English has, in lower case; those of names begin with a capital. */
    private static final String LETTERS = "àèìòùãõâêîôûçäöß";

    private static final String ENDS = ".!?;:\n";

    /** Of each word, which lists have it, one bit for each. */
    private final Map<String, Integer> lists = new HashMap<>();

    SpokenLanguage(SafetyWords words) {
        for (int list = 0; list < LISTS.size(); list++) {
            for (String word : words.list(LISTS.get(list))) {
                lists.merge(word, 1 << list, (a, b) -> a | b);
            }
        }
    }

    /** Returns what shows that a draft is in another language, or nothing. */
    Optional<String> foreign(Draft draft) {
        int own = draft.locale().getLanguage().equals("es") ? 0 : 1;
        if (!isForeign(sentences(draft.text(), Set.of()), own)) {
            return Optional.empty();
        }
        List<int[]> rest = sentences(draft.text(), known(draft));
        return isForeign(rest, own) ? Optional.of(evidence(rest, draft)) : Optional.empty();
    }

    private static boolean isForeign(List<int[]> sentences, int own) {
        int words = 0;
        int mine = 0;
        int others = 0;
        for (int[] counts : sentences) {
            words += counts[WORDS];
            mine += counts[COMMON + own];
            others += counts[COMMON + 1 - own];
            if (isForeignSentence(counts, own)) {
                return true;
            }
        }
        return (others >= ENOUGH_WORDS && others > CLEARLY * mine) || (words >= LONG_TEXT && mine < NATIVE * words);
    }

    private static boolean isForeignSentence(int[] counts, int own) {
        int mine = counts[TELLING + own];
        int other = counts[TELLING + 1 - own];
        int third = counts[THIRD];
        boolean inOther = other >= OTHER_IN_SENTENCE && other >= OTHER_SHARE * counts[WORDS] && mine == 0;
        return inOther || (third >= IN_SENTENCE && third > mine + other);
    }

    private static String evidence(List<int[]> sentences, Draft draft) {
        int[] sum = new int[WORDS];
        for (int[] counts : sentences) {
            for (int list = 0; list < WORDS; list++) {
                sum[list] += counts[list];
            }
        }
        return sum[TELLING] + " telling words of Spanish, " + sum[TELLING + 1] + " of English and " + sum[THIRD]
                + " of others for " + draft.locale();
    }

    /** What the student or the material says may be said again, whatever its language; what Spanish and English have counts all the same. */
    private Set<String> known(Draft draft) {
        Set<String> known = new HashSet<>();
        Consumer<String> add = word -> {
            if (lists.getOrDefault(word, 1 << THIRD) == 1 << THIRD) {
                known.add(word);
            }
        };
        read(draft.question(), (word, foreign) -> add.accept(word), () -> {});
        for (Passage passage : draft.passages()) {
            read(passage.text(), (word, foreign) -> add.accept(word), () -> {});
        }
        return known;
    }

    /** Returns of each sentence how many of its words each list has, and how many there are. */
    private List<int[]> sentences(String text, Set<String> known) {
        List<int[]> sentences = new ArrayList<>();
        int[][] now = {new int[WORDS + 1]};
        read(
                text,
                (word, foreign) -> {
                    if (!known.contains(word)) {
                        count(word, foreign, now[0]);
                    }
                },
                () -> {
                    if (now[0][WORDS] > 0) {
                        sentences.add(now[0]);
                        now[0] = new int[WORDS + 1];
                    }
                });
        return sentences;
    }

    private void count(String word, boolean foreign, int[] counts) {
        int of = lists.getOrDefault(word, 0) | (foreign ? 1 << THIRD : 0);
        for (int list = 0; list < WORDS; list++) {
            counts[list] += of >> list & 1;
        }
        counts[WORDS]++;
    }

    /** Takes a word in lower case without accents, and whether it has letters that neither Spanish nor English has. */
    private interface Words {
        void take(String word, boolean foreign);
    }

    /** Reads a text but its code and what is quoted. */
    private static void read(String text, Words words, Runnable end) {
        CodeSpans code = CodeSpans.of(text);
        String plain = PlainText.fold(text);
        boolean same = plain.length() == text.length();
        boolean quoted = false;
        boolean foreign = false;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            quoted = c == '«' || c == '“' || (quoted && c != '»' && c != '”' && c != '\n');
            boolean letter = Character.isLetter(c) && !quoted && !code.covers(i);
            if (letter) {
                start = start < 0 ? i : start;
                foreign |= c > 'z' && LETTERS.indexOf(c) >= 0;
            } else if (start >= 0) {
                String word = same ? plain.substring(start, i) : PlainText.fold(text.substring(start, i));
                words.take(word, foreign && Character.isLowerCase(text.charAt(start)));
                start = -1;
                foreign = false;
            }
            if (ENDS.indexOf(c) >= 0) {
                end.run();
            }
        }
    }
}
