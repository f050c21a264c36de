package io.github.activeia.agents.gatekeeper;

import io.github.activeia.agents.learning.Example;
import io.github.activeia.agents.learning.Fitting;
import io.github.activeia.agents.learning.LinearClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Learns from texts of which only the label is known. Nobody says which window of an attack attacks; so every window is taken at first,
 * then the one that the last fit thinks likeliest, as in multiple-instance learning (Andrews, Tsochantaridis and Hofmann 2002). Of an
 * innocent text the likeliest windows teach most.
 */
final class InjectionFit {
    private static final int ITERATIONS = 4;
    private static final int FITS = 6;
    private static final int HARDEST = 4;
    private static final Fitting FITTING = new Fitting(12, 0.1, 0.004, 2);

    private final List<InjectionExamples.Labelled> examples;
    private final List<InjectionText> texts;

    InjectionFit(List<InjectionExamples.Labelled> examples, Lexicon lexicon, InjectionIdeas ideas) {
        this.examples = examples;
        this.texts = examples.stream()
                .map(e -> InjectionText.of(e.text(), lexicon, ideas))
                .toList();
    }

    LinearClassifier fit() {
        LinearClassifier fitted = LinearClassifier.fit(chosen(null), 2, FITTING);
        for (int i = 1; i < ITERATIONS; i++) {
            fitted = LinearClassifier.fit(chosen(fitted), 2, FITTING, i + 1 < ITERATIONS ? 1 : FITS);
        }
        return fitted;
    }

    private List<Example> chosen(@Nullable LinearClassifier before) {
        List<Example> chosen = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            InjectionText text = texts.get(i);
            boolean attack = examples.get(i).attack();
            List<InjectionWindows.Window> windows =
                    before == null ? text.windows() : likeliest(text, before, attack ? 1 : HARDEST);
            for (InjectionWindows.Window window : windows) {
                chosen.add(new Example(text.of(window), attack ? 1 : 0));
            }
        }
        return chosen;
    }

    private static List<InjectionWindows.Window> likeliest(InjectionText text, LinearClassifier model, int most) {
        double[] scores = text.scores(model);
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> Double.compare(scores[b], scores[a]))
                .limit(most)
                .map(text.windows()::get)
                .toList();
    }
}
