package io.github.activeia.agents.gatekeeper;

import io.github.activeia.agents.learning.Example;
import io.github.activeia.agents.learning.Features;
import io.github.activeia.agents.learning.Fitting;
import io.github.activeia.agents.learning.LinearClassifier;
import io.github.activeia.core.privacy.CodeSpans;
import java.util.List;

/** Says how likely a text is an attack, from examples. Thread-safe. */
final class InjectionClassifier {
    private final LinearClassifier model;
    private final Lexicon lexicon;

    InjectionClassifier(LinearClassifier model, Lexicon lexicon) {
        this.model = model;
        this.lexicon = lexicon;
    }

    static LinearClassifier fit(List<InjectionExamples.Labelled> examples) {
        Lexicon lexicon = Lexicon.load();
        List<Example> known = examples.stream()
                .map(e -> new Example(features(lexicon, e.text()), e.attack() ? 1 : 0))
                .toList();
        return LinearClassifier.fit(known, 2, Fitting.defaults(), 3);
    }

    /** Returns the probability of an attack. */
    double score(String text) {
        return model.probabilities(features(lexicon, text))[1];
    }

    private static Features features(Lexicon lexicon, String text) {
        Features found = new Features();
        String before = "^";
        for (Token token : lexicon.read(text, CodeSpans.of(text), true).tokens()) {
            found.add("w:" + token.form(), 1);
            found.add("b:" + before + "_" + token.form(), 1);
            before = token.form();
        }
        return found;
    }
}
