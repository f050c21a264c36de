package io.github.activeia.rag.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.activeia.rag.retrieval.ConfidenceModel;
import java.util.List;

/**
 * How far a confidence can be trusted; all but the number from 0 to 1.
 *
 * @param questions how many
 * @param accuracy the share of questions whose {@code sufficient} is right
 * @param auc the chance that a question with an answer gets a higher probability than one without
 * @param calibrationError the expected calibration error over ten bins of equal width: lower is better
 * @param answeredShare the share of answerable questions that are called sufficient
 * @param refusedShare the share of unanswerable questions that are not
 */
public record CalibrationReport(
        int questions,
        double accuracy,
        double auc,
        double calibrationError,
        double answeredShare,
        double refusedShare) {
    private static final int BINS = 10;

    /** Measures a model on examples that it was not fitted on. */
    public static CalibrationReport of(ConfidenceModel model, List<LabelledEvidence> examples) {
        List<double[]> judged = examples.stream()
                .map(e -> new double[] {model.probability(e.evidence()), e.answerable() ? 1 : 0})
                .toList();
        double answered = share(model, judged, 1);
        double refused = 1 - share(model, judged, 0);
        long right = judged.stream()
                .filter(j -> model.isSufficient(j[0]) == (j[1] == 1))
                .count();
        return new CalibrationReport(
                judged.size(),
                (double) right / Math.max(1, judged.size()),
                auc(judged),
                calibrationError(judged),
                answered,
                refused);
    }

    /** Returns the report as JSON. */
    public String toJson() {
        return new ObjectMapper()
                .createObjectNode()
                .put("n", questions)
                .put("accuracy", accuracy)
                .put("auc", auc)
                .put("ece", calibrationError)
                .put("answered", answeredShare)
                .put("refused", refusedShare)
                .toString();
    }

    private static double share(ConfidenceModel model, List<double[]> judged, int label) {
        List<double[]> those = judged.stream().filter(j -> j[1] == label).toList();
        long sufficient = those.stream().filter(j -> model.isSufficient(j[0])).count();
        return (double) sufficient / Math.max(1, those.size());
    }

    private static double auc(List<double[]> judged) {
        double wins = 0;
        long pairs = 0;
        for (double[] yes : judged) {
            for (double[] no : judged) {
                if (yes[1] == 1 && no[1] == 0) {
                    wins += yes[0] > no[0] ? 1 : yes[0] == no[0] ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return wins / Math.max(1, pairs);
    }

    private static double calibrationError(List<double[]> judged) {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            int current = bin;
            List<double[]> inside = judged.stream()
                    .filter(j -> Math.min(BINS - 1, (int) (j[0] * BINS)) == current)
                    .toList();
            double sure = inside.stream().mapToDouble(j -> j[0]).sum();
            double right = inside.stream().mapToDouble(j -> j[1]).sum();
            error += Math.abs(sure - right) / Math.max(1, judged.size());
        }
        return error;
    }
}
