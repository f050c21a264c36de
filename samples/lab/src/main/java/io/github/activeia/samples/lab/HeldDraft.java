package io.github.activeia.samples.lab;

import io.github.activeia.core.trace.CognitiveTrace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text that a model wrote and safety held back, wholly or from some point on.
 *
 * @param text what the model had written
 * @param shown how many characters of it the student read all the same
 * @param rules the rules that it broke
 */
record HeldDraft(String text, int shown, Set<String> rules) {
    private static final Map<String, String> SPANISH = Map.of(
            "solution", "da la solución",
            "final_answer", "da el resultado final",
            "code_volume", "es un programa entero",
            "level_code", "trae código que este nivel de ayuda no permite",
            "level_steps", "da los pasos de una receta que este nivel de ayuda no permite",
            "prompt_leak", "cuenta sus instrucciones",
            "tone", "trata mal a quien pregunta",
            "language", "está en otro idioma");

    private static final Map<String, String> ENGLISH = Map.of(
            "solution", "it gives the solution away",
            "final_answer", "it tells the final result",
            "code_volume", "it is a whole program",
            "level_code", "it holds code that this help level does not allow",
            "level_steps", "it holds a recipe that this help level does not allow",
            "prompt_leak", "it recites its instructions",
            "tone", "it is rude to the student",
            "language", "it is in another language");

    /** What the gate calls a result that is told; it finds it together with leaks of other kinds. */
    private static final String TOLD_RESULT = "told_result";

    HeldDraft {
        rules = new LinkedHashSet<>(rules);
    }

    /** Returns those drafts of a turn that were held back: the n-th look of safety at a model's text belongs to the n-th draft. */
    static List<HeldDraft> of(List<String> drafts, CognitiveTrace trace) {
        List<CognitiveTrace.Step> looks = trace.steps().stream()
                .filter(step -> step.agent().equals("safety"))
                .filter(step -> step.evidence().containsKey("shown_characters"))
                .toList();
        List<HeldDraft> held = new ArrayList<>();
        for (int i = 0; i < Math.min(drafts.size(), looks.size()); i++) {
            CognitiveTrace.Step look = looks.get(i);
            boolean known = held.stream().map(HeldDraft::text).anyMatch(drafts.get(i)::equals);
            if (!look.why().isEmpty() && !known) {
                int shown = look.evidence().get("shown_characters") instanceof Number number ? number.intValue() : 0;
                held.add(new HeldDraft(drafts.get(i), shown, rules(look)));
            }
        }
        return held;
    }

    /** Returns what safety found in a text, as the trace keeps it. */
    static Stream<Map<?, ?>> findings(CognitiveTrace.Step look) {
        return look.evidence().get("findings") instanceof List<?> found
                ? found.stream().map(finding -> (Map<?, ?>) finding)
                : Stream.empty();
    }

    /** Returns why it was held back, in the words of the student's language. */
    String why(String language) {
        Map<String, String> words = language.startsWith("es") ? SPANISH : ENGLISH;
        return rules.stream()
                .map(rule -> words.getOrDefault(rule.startsWith("solution") ? "solution" : rule, rule))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static Set<String> rules(CognitiveTrace.Step look) {
        return findings(look)
                .map(finding -> String.valueOf(finding.get("evidence")).contains(TOLD_RESULT)
                        ? "final_answer"
                        : String.valueOf(finding.get("rule")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
