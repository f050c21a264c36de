package io.github.activeia.agents.gateway;

import io.github.activeia.core.Citation;
import io.github.activeia.core.knowledge.Passage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the markers of a text into citations. */
final class Citations {
    /** A marker stands apart: {@code a[1]} is code. */
    private static final Pattern MARKER = Pattern.compile("(?<![\\p{L}\\p{N}_\\])`])\\[(\\d{1,2})]");

    private static final Pattern QUOTED = Pattern.compile("[«“\"]([^«»“”\"]{8,400})[»”\"]\\s*\\[(\\d{1,2})]");

    private Citations() {}

    /** Returns the words that a model's text quotes from each passage it marks; only words that are really there count. */
    static Map<Integer, String> in(String text, List<Passage> passages) {
        Map<Integer, String> cited = new TreeMap<>();
        Matcher marker = MARKER.matcher(text);
        while (marker.find()) {
            int number = Integer.parseInt(marker.group(1));
            if (number >= 1 && number <= passages.size()) {
                cited.putIfAbsent(number, "");
            }
        }
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            int number = Integer.parseInt(quoted.group(2));
            if (cited.containsKey(number) && holds(passages.get(number - 1), quoted.group(1))) {
                cited.put(number, quoted.group(1));
            }
        }
        return cited;
    }

    /** Returns the citations under their new numbers, in order. */
    static List<Citation> of(Map<Integer, String> cited, Map<Integer, Integer> numbers, List<Passage> passages) {
        List<Citation> citations = new ArrayList<>();
        numbers.forEach((old, number) -> {
            Passage passage = passages.get(old - 1);
            String words = cited.getOrDefault(old, "");
            citations.add(new Citation(
                    number,
                    passage.id(),
                    passage.document().source(),
                    passage.section(),
                    passage.page(),
                    passage.document().version(),
                    words.isEmpty() ? null : words));
        });
        return citations;
    }

    /** Returns new numbers in the order in which the text refers to the passages, so that a reply starts at {@code [1]}. */
    static Map<Integer, Integer> order(String text, Set<Integer> cited) {
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        MARKER.matcher(text)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .filter(cited::contains)
                .forEach(old -> numbers.putIfAbsent(old, numbers.size() + 1));
        cited.forEach(old -> numbers.putIfAbsent(old, numbers.size() + 1));
        return numbers;
    }

    /** Returns a part of a text with new numbers, which are given out in the order in which the text refers to the passages. */
    static String renumber(String part, Map<Integer, Integer> numbers, int passages) {
        MARKER.matcher(part)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .filter(old -> old >= 1 && old <= passages)
                .forEach(old -> numbers.putIfAbsent(old, numbers.size() + 1));
        return renumber(part, numbers);
    }

    /** Returns the text with new numbers. */
    static String renumber(String text, Map<Integer, Integer> numbers) {
        return MARKER.matcher(text).replaceAll(found -> {
            Integer number = numbers.get(Integer.valueOf(found.group(1)));
            return number == null ? found.group() : "[" + number + "]";
        });
    }

    private static boolean holds(Passage passage, String words) {
        return squeeze(passage.text()).contains(squeeze(words));
    }

    private static String squeeze(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
