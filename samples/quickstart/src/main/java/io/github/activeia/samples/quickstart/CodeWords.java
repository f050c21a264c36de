package io.github.activeia.samples.quickstart;

import io.github.activeia.core.CognitiveIntent;
import io.github.activeia.core.CognitiveState;
import io.github.activeia.core.Outcome;
import io.github.activeia.core.RetrievalConfidence;
import io.github.activeia.core.RiskDimension;
import io.github.activeia.core.RiskLevel;
import io.github.activeia.core.Route;
import io.github.activeia.core.TutorMode;
import io.github.activeia.core.Verdict;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Traces keep Spanish words, such as {@code bloqueo}. Screens in English show the words of the code instead: {@code BLOCK}. */
public final class CodeWords {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}_]*");

    /** What is quoted of a message is no word of ours. */
    private static final String QUOTED = "words";

    private static final Map<String, String> STATES = words(CognitiveState.values(), CognitiveState::value);
    private static final Map<String, String> OTHERS = others();

    private CodeWords() {}

    /** Returns the name of a stored word, or the text itself if it is none. */
    public static String of(String text) {
        return OTHERS.getOrDefault(text, text);
    }

    /** Returns a sentence in English with the names of the Spanish words in it. */
    public static String inSentence(String sentence) {
        return WORD.matcher(sentence).replaceAll(word -> {
            String name = of(word.group());
            return name.equalsIgnoreCase(word.group()) ? word.group() : name;
        });
    }

    /** Returns a piece of evidence with the names of its words, however deep in lists and maps. */
    public static Object inEvidence(String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> named = new LinkedHashMap<>();
            map.forEach((inner, content) ->
                    named.put(of(String.valueOf(inner)), inEvidence(String.valueOf(inner), content)));
            return named;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(content -> inEvidence(key, content)).toList();
        }
        if (value instanceof String text && !key.equals(QUOTED)) {
            return key.equals("state") ? STATES.getOrDefault(text, text) : of(text);
        }
        return value;
    }

    private static Map<String, String> others() {
        Map<String, String> all = new HashMap<>(words(Verdict.values(), Verdict::value));
        all.putAll(words(Route.values(), Route::value));
        all.putAll(words(Outcome.values(), Outcome::value));
        all.putAll(words(CognitiveIntent.values(), CognitiveIntent::value));
        all.putAll(words(TutorMode.values(), TutorMode::value));
        all.putAll(words(RiskLevel.values(), RiskLevel::value));
        all.putAll(words(RiskDimension.values(), RiskDimension::value));
        all.putAll(words(RetrievalConfidence.values(), RetrievalConfidence::value));
        return all;
    }

    private static <E extends Enum<E>> Map<String, String> words(E[] values, Function<E, String> word) {
        Map<String, String> words = new HashMap<>();
        Arrays.stream(values).forEach(value -> words.put(word.apply(value), value.name()));
        return words;
    }
}
