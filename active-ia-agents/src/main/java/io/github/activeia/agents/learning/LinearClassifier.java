package io.github.activeia.agents.learning;

import java.util.List;

/**
 * Multinomial logistic regression over sparse features, fitted by AdaGrad (Duchi, Hazan and Singer 2011) with an L2 penalty. Immutable
 * and thread-safe; the time of a look is linear in the number of features. {@link LinearModelFile} keeps one in a file.
 */
public final class LinearClassifier {
    private final FeatureRows rows;
    private final float[] weights;
    private final int classes;

    /** The mean weight of each feature over all classes. */
    private final double[] means;

    LinearClassifier(FeatureRows rows, float[] weights, int classes) {
        this.rows = rows;
        this.weights = weights;
        this.classes = classes;
        this.means = means(weights, classes);
    }

    private static double[] means(float[] weights, int classes) {
        double[] means = new double[weights.length / classes];
        for (int row = 0; row < means.length; row++) {
            for (int c = 0; c < classes; c++) {
                means[row] += weights[row * classes + c] / classes;
            }
        }
        return means;
    }

    /** Learns from examples; the same ones in the same order give the same classifier. */
    public static LinearClassifier fit(List<Example> examples, int classes, Fitting fitting) {
        return new LinearFit(examples, classes, fitting).fit(0);
    }

    /**
     * Learns as often as asked, each time from the examples in another order, and returns the mean, which is steadier than one.
     *
     * @param fits how many, at least 1
     */
    public static LinearClassifier fit(List<Example> examples, int classes, Fitting fitting, int fits) {
        LinearFit fit = new LinearFit(examples, classes, fitting);
        LinearClassifier first = fit.fit(0);
        float[] mean = first.weights.clone();
        for (int i = 1; i < fits; i++) {
            float[] other = fit.fit(i).weights;
            for (int at = 0; at < other.length; at++) {
                mean[at] += other[at];
            }
        }
        for (int at = 0; at < mean.length; at++) {
            mean[at] /= fits;
        }
        return new LinearClassifier(first.rows, mean, classes);
    }

    /** Looks features up, which is most of the work of what is asked about them. */
    public KnownFeatures known(Features features) {
        return new KnownFeatures(features, rows);
    }

    /** Returns a score for each class; the difference of two is the logarithm of their odds. */
    public double[] scores(Features features) {
        return scores(known(features));
    }

    /** Returns the same as {@link #scores(Features)}, of features that this classifier has looked up. */
    public double[] scores(KnownFeatures features) {
        double[] sums = new double[classes];
        for (int i = 0; i < features.size(); i++) {
            float value = features.value(i);
            int from = features.row(i) * classes;
            for (int c = 0; c < classes; c++) {
                sums[c] += weights[from + c] * value;
            }
        }
        return sums;
    }

    /** Returns whether it has learned anything about a feature, by the hash of its name. */
    public boolean knows(long name) {
        return rows.of(name) >= 0;
    }

    /** Returns the probability of each class. */
    public double[] probabilities(Features features) {
        return shares(scores(features));
    }

    /**
     * Returns how much the features of each place speak for a class, against the mean of all classes.
     *
     * @param places how many places there are; features of others are left out
     */
    public double[] contributions(Features features, int label, int places) {
        return contributions(known(features), label, places);
    }

    /** Returns the same as {@link #contributions(Features, int, int)}, of features that this classifier has looked up. */
    public double[] contributions(KnownFeatures features, int label, int places) {
        double[] found = new double[places];
        for (int i = 0; i < features.size(); i++) {
            int place = features.mark(i);
            if (place >= 0 && place < places) {
                int row = features.row(i);
                found[place] += (weights[row * classes + label] - means[row]) * features.value(i);
            }
        }
        return found;
    }

    /** Returns the shares of exp(score), the softmax. */
    public static double[] shares(double[] scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double sum = 0;
        double[] shares = new double[scores.length];
        for (int c = 0; c < scores.length; c++) {
            // Not Math.exp, which may differ between machines in its last bit.
            shares[c] = StrictMath.exp(scores[c] - most);
            sum += shares[c];
        }
        for (int c = 0; c < scores.length; c++) {
            shares[c] /= sum;
        }
        return shares;
    }

    FeatureRows rows() {
        return rows;
    }

    float[] weights() {
        return weights;
    }

    int classes() {
        return classes;
    }
}
