package io.github.activeia.agents.gatekeeper;

import io.github.activeia.agents.gatekeeper.GatekeeperRequest.History;
import io.github.activeia.agents.learning.KnownFeatures;
import io.github.activeia.agents.learning.LinearClassifier;
import io.github.activeia.core.CognitiveIntent;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what a student wants: the words and, where there is an embedder, the meaning are weighed together. Thread-safe. */
final class Judge {
    /** Found on the tuning half: how much each counts, as powers of its probabilities. */
    private static final double WORDS = 0.7;

    private static final double MEANING = 0.4;

    /** To the words, a frustration that no rule of affect hears is half as likely: short news of the work sounded like one. */
    private static final double UNSAID = Math.log(0.5);

    private final IntentClassifier words;
    private final @Nullable MeaningClassifier meaning;

    Judge(IntentClassifier words, @Nullable MeaningClassifier meaning) {
        this.words = words;
        this.meaning = meaning;
    }

    /**
     * What was decided, and by which words.
     *
     * @param wanted what the student wants
     * @param words the words that spoke for it
     */
    record Finding(IntentDistribution wanted, List<IntentClassifier.Run> words) {}

    /**
     * Decides. Where nothing is said all intents are equally likely, and the first one, HELP, is taken.
     *
     * @param sanitized the message without personal data, because an embedder may be somebody else's server
     */
    Finding judge(String sanitized, Reading reading, History history) {
        if (reading.isWordless()) {
            double[] equal = new double[Intents.ALL.size()];
            Arrays.fill(equal, 1.0 / equal.length);
            return new Finding(distribution(equal), List.of());
        }
        KnownFeatures features = words.features(reading, history);
        double[] scores = words.scores(features);
        if (reading.affect().score() == 0) {
            scores[Intents.number(CognitiveIntent.FRUSTRATION)] += UNSAID;
        }
        if (meaning != null) {
            double[] other = LinearClassifier.shares(meaning.scores(sanitized));
            double[] own = LinearClassifier.shares(scores);
            for (int c = 0; c < scores.length; c++) {
                scores[c] = WORDS * Math.log(own[c]) + MEANING * Math.log(other[c]);
            }
        }
        IntentDistribution wanted = distribution(LinearClassifier.shares(scores));
        return new Finding(
                wanted, words.words(features, wanted.intent(), reading.words().size()));
    }

    private static IntentDistribution distribution(double[] shares) {
        Map<CognitiveIntent, Double> probabilities = new EnumMap<>(CognitiveIntent.class);
        CognitiveIntent best = CognitiveIntent.HELP;
        for (CognitiveIntent intent : Intents.ALL) {
            probabilities.put(intent, shares[Intents.number(intent)]);
            if (shares[Intents.number(intent)] > shares[Intents.number(best)]) {
                best = intent;
            }
        }
        return new IntentDistribution(best, probabilities);
    }
}
