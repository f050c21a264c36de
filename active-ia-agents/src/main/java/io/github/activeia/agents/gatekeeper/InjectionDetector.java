package io.github.activeia.agents.gatekeeper;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds instructions to the tutor about the tutor, and tells using them from talking about them. The classifier decides, and has the
 * rules among what it looks at; the rules say why. Thread-safe.
 */
final class InjectionDetector {
    static final String EXAMPLES = "examples";

    private final Lexicon lexicon;
    private final InjectionIdeas ideas = InjectionIdeas.load();
    private final InjectionClassifier classifier = new InjectionClassifier(FittedModels.load(FittedModels.INJECTION));

    InjectionDetector(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** One finding, with where it stands in the original text. */
    record Finding(String rule, int start, int end, double score) {}

    /** Reads a message. */
    Injection detect(SeenText seen) {
        Words words = seen.words();
        InjectionText read = InjectionText.of(seen, ideas);
        List<Finding> found = new ArrayList<>();
        InjectionClassifier.Judged judged = classifier.judge(read);
        double highest = judged.score();
        for (InjectionClassifier.Scored attack : judged.attacks()) {
            int start = words.get(attack.window().from()).start();
            int end = words.get(attack.window().to() - 1).end();
            found.add(new Finding(EXAMPLES, start, end, InjectionClassifier.probability(attack.score())));
            addRules(read, attack.window(), found);
        }
        for (HiddenText hidden : HiddenText.in(seen.text(), words, classifier::knows)) {
            double score = classifier.score(InjectionText.of(hidden.text(), lexicon, ideas)) + hidden.prior();
            highest = Math.max(highest, score);
            if (score >= InjectionClassifier.THRESHOLD) {
                found.add(new Finding(
                        "hidden_" + hidden.how(),
                        hidden.start(),
                        hidden.end(),
                        InjectionClassifier.probability(score)));
            }
        }
        return new Injection(found, InjectionClassifier.probability(highest));
    }

    /** Reads a text that nobody typed to the tutor. */
    Injection inspect(String material) {
        return detect(SeenText.of(material, lexicon));
    }

    /** The rules that fired within a window that attacks. */
    private static void addRules(InjectionText read, InjectionWindows.Window window, List<Finding> found) {
        for (InjectionText.Sign sign : read.signs(window)) {
            found.add(new Finding(sign.rule(), sign.start(), sign.end(), sign.score()));
        }
    }
}
