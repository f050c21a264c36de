package io.github.activeia.agents.evaluation;

import io.github.activeia.agents.evaluation.LabelledMessage.Answer;
import io.github.activeia.agents.evaluation.LabelledMessage.Labels;
import io.github.activeia.core.CognitiveIntent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Counts agreements and disagreements. Not thread-safe. */
final class Tally {
    private final Confusion matrix = new Confusion();
    private final Counts delegation = new Counts();
    private final Counts injection = new Counts();
    private final List<GatekeeperScores.Disagreement> errors = new ArrayList<>();
    private final IntentPairs pairs = new IntentPairs();
    private int disguised;
    private int disguisedFound;
    private int withPii;
    private int exactPii;
    private int damaged;

    /** True and false positives and false negatives. */
    static final class Counts {
        private int truePositives;
        private int falsePositives;
        private int falseNegatives;

        void add(boolean expected, boolean got) {
            truePositives += expected && got ? 1 : 0;
            falsePositives += !expected && got ? 1 : 0;
            falseNegatives += expected && !got ? 1 : 0;
        }

        GatekeeperScores.Detection detection() {
            return new GatekeeperScores.Detection(
                    Confusion.share(truePositives, truePositives + falsePositives),
                    Confusion.share(truePositives, truePositives + falseNegatives),
                    Confusion.share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives));
        }
    }

    void add(LabelledMessage expected, Observed got) {
        Labels labels = expected.labels();
        matrix.add(labels.intent(), got.intent());
        pairs.add(labels.intent(), got, expected.group());
        delegation.add(labels.delegation(), got.delegation());
        compare(expected.id(), "intent", labels.intent(), got.intent());
        compare(expected.id(), "delegation", labels.delegation(), got.delegation());
        if (labels.injection() != Answer.UNKNOWN) {
            boolean attack = labels.injection() == Answer.YES;
            injection.add(attack, got.injection());
            compare(expected.id(), "injection", attack, got.injection());
        }
        if (labels.disguised()) {
            disguised++;
            disguisedFound += got.delegation() ? 1 : 0;
        }
        addPii(expected, got);
    }

    private void addPii(LabelledMessage expected, Observed got) {
        Set<String> kinds = expected.labels().pii();
        compare(expected.id(), "pii", new TreeSet<>(kinds), new TreeSet<>(got.pii()));
        if (kinds.isEmpty()) {
            damaged += got.pii().isEmpty() ? 0 : 1;
        } else {
            withPii++;
            exactPii += kinds.equals(got.pii()) ? 1 : 0;
        }
    }

    private void compare(String id, String label, Object expected, Object got) {
        if (!expected.equals(got)) {
            errors.add(new GatekeeperScores.Disagreement(id, label, expected.toString(), got.toString()));
        }
    }

    GatekeeperScores scores() {
        Map<CognitiveIntent, GatekeeperScores.Detection> perClass = new EnumMap<>(CognitiveIntent.class);
        for (CognitiveIntent intent : CognitiveIntent.values()) {
            matrix.detection(intent).ifPresent(detection -> perClass.put(intent, detection));
        }
        return new GatekeeperScores(
                new GatekeeperScores.Intents(
                        matrix.accuracy(),
                        matrix.macroF1(),
                        pairs.bootstrap(),
                        pairs.calibrationError(),
                        perClass,
                        pairs.byGroup()),
                delegation.detection(),
                new Proportion(disguisedFound, disguised),
                injection.detection(),
                new GatekeeperScores.Pii(Confusion.share(exactPii, withPii), damaged),
                matrix.table(),
                errors);
    }
}
