package io.github.activeia.agents.gatekeeper;

import io.github.activeia.agents.gatekeeper.GatekeeperRequest.History;
import io.github.activeia.agents.learning.Example;
import io.github.activeia.agents.learning.Features;
import io.github.activeia.agents.learning.Fitting;
import io.github.activeia.agents.learning.KnownFeatures;
import io.github.activeia.agents.learning.LinearClassifier;
import io.github.activeia.core.CognitiveIntent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Tells what a student wants from the words, having learnt from {@link IntentExamples}. Immutable and thread-safe. */
final class IntentClassifier {
    static final Fitting FITTING = new Fitting(12, 0.1, 0.001, 2);
    private static final int FITS = 2;
    private static final int CLASSES = Intents.ALL.size();
    private static final int MOST_WORDS = 5;
    private static final double LEAST = 0.15;

    private final LinearClassifier classifier;
    private final int namedLists;

    private IntentClassifier(LinearClassifier classifier, int namedLists) {
        this.classifier = classifier;
        this.namedLists = namedLists;
    }

    /** Returns the classifier that was fitted when the library was built, or a new one where a host has added something to learn from. */
    static IntentClassifier load(LexiconSource source, Lexicon lexicon) {
        boolean changed = source.adds(Lexicon.FILES) || source.adds(IntentExamples.FILES);
        return new IntentClassifier(
                changed ? fit(source) : FittedModels.load(FittedModels.INTENTS), lexicon.namedLists());
    }

    /** Learns, which takes seconds. */
    static LinearClassifier fit(LexiconSource source) {
        Lexicon lexicon = Lexicon.load(source);
        MessageReader reader = new MessageReader(lexicon, new InjectionDetector(lexicon));
        List<Example> known = new ArrayList<>();
        for (IntentExample example : IntentExamples.load(source)) {
            Features features = MessageFeatures.of(
                    reader.readIntent(example.message()), history(example, reader), lexicon.namedLists());
            known.add(new Example(features, Intents.number(example.intent())));
        }
        return LinearClassifier.fit(known, CLASSES, FITTING, FITS);
    }

    /** What a session would remember of what came before an example, by the rules alone. */
    private static History history(IntentExample example, MessageReader reader) {
        int delegations = 0;
        int frustrations = 0;
        List<String> said = new ArrayList<>();
        for (int i = 0; i < example.turns().size(); i += 2) {
            String turn = example.turns().get(i);
            Reading reading = reader.readIntent(turn);
            delegations += reading.delegation().structured() ? 1 : 0;
            frustrations +=
                    !reading.delegation().structured() && reading.affect().isStrong() ? 1 : 0;
            said.add(turn);
        }
        String asked = example.tutorQuestion();
        return new History(delegations, frustrations, said, asked.isEmpty() ? null : asked);
    }

    KnownFeatures features(Reading reading, History history) {
        return classifier.known(MessageFeatures.of(reading, history, namedLists));
    }

    /** Returns a score for each intent, in the order of the enumeration. */
    double[] scores(KnownFeatures features) {
        return classifier.scores(features);
    }

    /** Returns the words that spoke most for an intent, as runs of neighbours in the order of the text. */
    List<Run> words(KnownFeatures features, CognitiveIntent intent, int size) {
        double[] shares = classifier.contributions(features, Intents.number(intent), size);
        BitSet strong = strongest(shares);
        List<Run> runs = new ArrayList<>();
        for (int word = strong.nextSetBit(0); word >= 0; word = strong.nextSetBit(word + 1)) {
            Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && last.to() >= word) {
                runs.set(runs.size() - 1, new Run(last.from(), word + 1, last.weight() + shares[word]));
            } else {
                runs.add(new Run(word, word + 1, shares[word]));
            }
        }
        return runs;
    }

    /** The few words with the greatest shares, of equal ones the first. */
    private static BitSet strongest(double[] shares) {
        BitSet strong = new BitSet();
        for (int count = 0; count < MOST_WORDS; count++) {
            int best = -1;
            for (int i = 0; i < shares.length; i++) {
                if (shares[i] >= LEAST && !strong.get(i) && (best < 0 || shares[i] > shares[best])) {
                    best = i;
                }
            }
            if (best < 0) {
                return strong;
            }
            strong.set(best);
        }
        return strong;
    }

    /** Words next to each other, and how much they spoke for the intent. */
    record Run(int from, int to, double weight) {}
}
