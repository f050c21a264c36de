package io.github.activeia.agents.leak;

import io.github.activeia.core.knowledge.SolutionIndex.StoredSolution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a reply calls a result right that the student claims and no stored solution has. Immutable and thread-safe. */
final class Confirmation {
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+|\\n+");
    private static final Pattern CONFIRMS = Pattern.compile(
            "\\b(?:(?:that|it|this|which|answer|result|calculation|work|solution|you|your \\w+)(?:'?s| is|'?re| are)(?: \\w+ly| indeed)? (?:correct|right)"
                    + "|you(?:'ve| have)? (?:correctly|got it|found the correct|got the (?:right|correct))|i agree with your|spot on|makes sense"
                    + "|(?:well|nicely) done|(?:great|good|nice) (?:job|work)|looks (?:good|great|right|correct)|excellent|perfect|exactly|congratulations"
                    + "|correct[oa]|correctamente|exacto|exactamente|perfecto|perfecta|excelente|muy bien|bien hecho|buen trabajo|felicitaciones"
                    + "|esta (?:muy )?bien|es asi|asi es|tal cual|tenes razon|tienes razon|coincido)\\b");

    /** Words that limit what is said in the same sentence, or object to it later. A question asks the student to look again. */
    private static final Pattern OBJECTS = Pattern.compile(
            "\\b(?:but|however|except|although|almost|mostly|partly|close|not|never|if|whether|trouble|problem|mistake|error|again|check|pero|aunque|salvo|casi|no|si(?!\\s*[,:.!])|sin embargo|falta|problema|revis\\w*|otra vez|de nuevo)\\b|n't|\\?");

    private final Set<String> announced;
    private final Set<String> claimed;

    private Confirmation(Set<String> announced, Set<String> claimed) {
        this.announced = announced;
        this.claimed = claimed;
    }

    /** Reads what a student claims, in the message that is answered and before, beside the solutions near the activity. */
    static Confirmation of(Exchange exchange, Collection<StoredSolution> near) {
        List<String> given = new ArrayList<>();
        exchange.passages().forEach(passage -> given.add(passage.text()));
        if (exchange.activity() != null) {
            given.add(exchange.activity().title() + "\n" + exchange.activity().instructions());
        }
        ClaimedResults results = ClaimedResults.beside(near, given);
        List<String> said = new ArrayList<>(exchange.past().said());
        said.add(exchange.question());
        return new Confirmation(results.announced(exchange.question()), results.claimed(said));
    }

    /** Returns whether a text has words that call something right: without them nothing is confirmed. */
    static boolean confirms(String text) {
        return CONFIRMS.matcher(Folded.fold(text)).find();
    }

    /**
     * Returns whether a text calls one of these results right, and takes nothing back: it names it in the same sentence, or says nothing
     * else to an announced one.
     */
    boolean isIn(String text) {
        boolean found = false;
        for (String sentence : claimed.isEmpty() ? new String[0] : SENTENCE.split(text, -1)) {
            String folded = Folded.fold(sentence);
            if (OBJECTS.matcher(folded).find()) {
                found = false;
            } else if (CONFIRMS.matcher(folded).find()) {
                Set<String> named = Values.keys(sentence);
                found |= named.isEmpty() ? !announced.isEmpty() : named.stream().anyMatch(claimed::contains);
            }
        }
        return found;
    }
}
