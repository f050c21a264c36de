package io.github.activeia.agents.leak;

import io.github.activeia.core.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Words as they are compared: lower case, without accents, without the endings of number and verb. */
final class Folded {
    private static final int SHORTEST_STEM = 4;
    private static final List<String> ENDINGS = List.of(
            "aciones", "amiento", "imiento", "iendo", "ando", "adores", "ador", "idad", "acion", "mente", "aban",
            "aron", "ieron", "ing", "ado", "ada", "ido", "ida", "ados", "adas", "idos", "idas", "ar", "er", "ir", "es",
            "ed", "os", "as", "an", "en", "s", "a", "o", "e");

    private Folded() {}

    /** Returns lower case without accents; the length may differ. */
    static String fold(String text) {
        return PlainText.foldForms(text);
    }

    /** Returns the runs of letters and digits of a folded text. */
    static List<String> words(String folded) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            boolean part =
                    i < folded.length() && (Character.isLetterOrDigit(folded.charAt(i)) || folded.charAt(i) == '_');
            if (part && start < 0) {
                start = i;
            } else if (!part && start >= 0) {
                words.add(folded.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    /** Returns the stems of the words of a folded text that say something. */
    static List<String> stems(String folded, Set<String> stopwords) {
        List<String> stems = new ArrayList<>();
        for (String word : words(folded)) {
            if (word.length() >= SHORTEST_STEM && !Character.isDigit(word.charAt(0)) && !stopwords.contains(word)) {
                stems.add(stem(word));
            }
        }
        return stems;
    }

    static String stem(String word) {
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
