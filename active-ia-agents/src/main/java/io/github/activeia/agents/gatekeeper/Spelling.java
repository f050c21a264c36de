package io.github.activeia.agents.gatekeeper;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads words as they are typed in a hurry or in disguise: abbreviations, drawn-out letters, digits for letters, letters with gaps, and
 * spellings by ear. Only for matching: the text itself is never changed.
 */
final class Spelling {
    private static final int SHORTEST_BY_EAR = 4;
    private static final int SHORTEST_TYPO = 8;
    private static final int FEWEST_SPACED = 4;
    private static final int LONGEST_ENDING = 2;
    private static final int MOST_SPACED = 300;
    private static final int LONGEST_WORD = 18;

    private final WordSets sets;
    private final Map<String, List<String>> aliases;
    private final Map<String, String> byEar = new HashMap<>();
    private final Map<String, String> byTypo = new HashMap<>();

    Spelling(WordSets sets, Map<String, List<String>> aliases) {
        this.sets = sets;
        this.aliases = Map.copyOf(aliases);
        List<String> words = new ArrayList<>(sets.words());
        words.addAll(sets.stems());
        words.sort(null);
        for (String word : words) {
            if (word.length() >= SHORTEST_BY_EAR) {
                byEar.putIfAbsent(soundOf(word), word);
            }
            if (word.length() >= SHORTEST_TYPO) {
                byTypo.putIfAbsent(word, word);
                for (int i = 1; i < word.length(); i++) {
                    byTypo.putIfAbsent(without(word, i), word);
                }
            }
        }
    }

    /** Joins spaced letters and opens abbreviations. */
    List<RawToken> respell(List<RawToken> tokens) {
        List<RawToken> found = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); ) {
            int end = endOfSpaced(tokens, i);
            if (end - i >= FEWEST_SPACED && addSpaced(tokens.subList(i, end), found)) {
                i = end;
            } else {
                for (int stop = Math.max(end, i + 1); i < stop; i++) {
                    open(tokens.get(i), found);
                }
            }
        }
        return found;
    }

    private static int endOfSpaced(List<RawToken> tokens, int start) {
        int end = start;
        while (end < tokens.size()
                && end - start < MOST_SPACED
                && tokens.get(end).form().length() == 1
                && tokens.get(end).sentence() == tokens.get(start).sentence()) {
            end++;
        }
        return end;
    }

    private boolean addSpaced(List<RawToken> letters, List<RawToken> found) {
        StringBuilder joined = new StringBuilder();
        letters.forEach(t -> joined.append(t.form()));
        List<Integer> ends = segment(joined.toString());
        int from = 0;
        for (int end : ends) {
            RawToken last = letters.get(end - 1);
            found.add(letters.get(from).with(joined.substring(from, end), last.end()));
            from = end;
        }
        return !ends.isEmpty();
    }

    /** Cuts letters into as few known words as possible; empty if they cannot be cut. */
    private List<Integer> segment(String letters) {
        int length = letters.length();
        int[] best = new int[length + 1];
        int[] previous = new int[length + 1];
        for (int end = 1; end <= length; end++) {
            best[end] = Integer.MAX_VALUE / 2;
            for (int start = Math.max(0, end - LONGEST_WORD); start < end; start++) {
                if (best[start] + 1 < best[end] && isSegment(letters.substring(start, end))) {
                    best[end] = best[start] + 1;
                    previous[end] = start;
                }
            }
        }
        List<Integer> ends = new ArrayList<>();
        if (best[length] > length / 3 + 1) {
            return ends;
        }
        for (int end = length; end > 0; end = previous[end]) {
            ends.add(end);
        }
        Collections.reverse(ends);
        return ends;
    }

    private boolean isSegment(String word) {
        return word.length() > 1
                && (sets.knows(word) || aliases.containsKey(word) || sets.hasStem(word, LONGEST_ENDING));
    }

    private boolean isWord(String word) {
        return word.length() > 1
                && (sets.knows(word)
                        || aliases.containsKey(word)
                        || !sets.of(word).isEmpty());
    }

    private void open(RawToken token, List<RawToken> found) {
        List<String> words = aliases.get(token.form());
        if (words == null) {
            found.add(token);
            return;
        }
        for (String word : words) {
            found.add(token.with(word, token.end()));
        }
    }

    /** Returns the word sets of a word, read as leniently as needed to find any. */
    BitSet setsOf(String form) {
        BitSet found = sets.of(form);
        if (!found.isEmpty() || form.length() < 2) {
            return found;
        }
        String meant = meantBy(form);
        return meant == null ? found : sets.of(meant);
    }

    private @Nullable String meantBy(String form) {
        String plain = withoutTrailingDigits(form);
        if (!plain.equals(form) && isWord(plain)) {
            return plain;
        }
        String letters = fromLeet(form);
        if (!letters.equals(form) && isLetters(letters) && isWord(letters)) {
            return letters;
        }
        if (!isLetters(form)) {
            return null;
        }
        String single = withoutDoubles(form);
        if (isWord(single)) {
            return single;
        }
        String heard = form.length() >= SHORTEST_BY_EAR ? byEar.get(soundOf(single)) : null;
        return heard != null ? heard : typo(form);
    }

    private @Nullable String typo(String form) {
        if (form.length() < SHORTEST_TYPO || form.length() > LONGEST_WORD) {
            return null;
        }
        String found = byTypo.get(form);
        for (int i = 1; i < form.length() && found == null; i++) {
            String word = byTypo.get(without(form, i));
            if (word != null && word.charAt(0) == form.charAt(0) && Math.abs(word.length() - form.length()) <= 1) {
                found = word;
            }
        }
        return found;
    }

    private static String without(String word, int letter) {
        return word.substring(0, letter) + word.substring(letter + 1);
    }

    private static boolean isLetters(String form) {
        for (int i = 0; i < form.length(); i++) {
            if (!Character.isLetter(form.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String withoutTrailingDigits(String form) {
        int end = form.length();
        while (end > 0 && Character.isDigit(form.charAt(end - 1))) {
            end--;
        }
        return form.substring(0, end);
    }

    private static String fromLeet(String form) {
        StringBuilder letters = new StringBuilder(form.length());
        for (int i = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            letters.append(
                    switch (c) {
                        case '4', '@' -> 'a';
                        case '3' -> 'e';
                        case '1' -> 'i';
                        case '0' -> 'o';
                        case '5', '$' -> 's';
                        case '7' -> 't';
                        default -> c;
                    });
        }
        return letters.toString();
    }

    private static String withoutDoubles(String form) {
        StringBuilder single = new StringBuilder(form.length());
        for (int i = 0; i < form.length(); i++) {
            if (i == 0 || form.charAt(i) != form.charAt(i - 1)) {
                single.append(form.charAt(i));
            }
        }
        return single.toString();
    }

    /** Writes a Spanish word as it sounds in most of America. */
    static String soundOf(String word) {
        StringBuilder sound = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
            boolean soft = next == 'e' || next == 'i';
            switch (c) {
                case 'h' -> {}
                case 'c' -> sound.append(soft ? 's' : next == 'h' ? 'x' : 'k');
                case 'z' -> sound.append('s');
                case 'q' -> {
                    sound.append('k');
                    i += next == 'u' ? 1 : 0;
                }
                case 'v' -> sound.append('b');
                case 'g' -> sound.append(soft ? 'j' : 'g');
                case 'y' -> sound.append(i + 1 == word.length() ? 'i' : 'y');
                case 'l' -> {
                    sound.append(next == 'l' ? 'y' : 'l');
                    i += next == 'l' ? 1 : 0;
                }
                default -> {
                    if (sound.length() == 0 || sound.charAt(sound.length() - 1) != c) {
                        sound.append(c);
                    }
                }
            }
        }
        return sound.toString();
    }
}
