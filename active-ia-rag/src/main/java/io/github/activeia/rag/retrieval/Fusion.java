package io.github.activeia.rag.retrieval;

import io.github.activeia.rag.store.Candidate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Puts candidates in order by the weighted sum of their two scores, each in standard deviations from the mean of the candidates. That
 * every candidate has both scores is what makes the sum fair: nobody is punished for having been found by one leg only.
 *
 * <p>The weight adapts to the question: words weigh more where the best passage by words is far ahead of the second, meaning where
 * its best passage stands out from the rest. The numbers were chosen on one half of the questions; see docs/decisions/0002.
 */
final class Fusion {
    private static final double USUAL_LEAD = 0.8;
    private static final double PER_LEAD = 0.25;
    private static final double USUAL_OUTLIER = 3;
    private static final double PER_OUTLIER = 0.3;

    private final double lexicalWeight;

    private Fusion(double lexicalWeight) {
        this.lexicalWeight = lexicalWeight;
    }

    static Fusion of(RetrievalSettings settings) {
        return new Fusion(
                switch (settings.legs()) {
                    case BOTH -> settings.lexicalWeight();
                    case LEXICAL -> 1;
                    case VECTOR -> 0;
                });
    }

    List<Ranked> rank(List<Candidate> candidates) {
        double[] lexical = standardised(candidates, Candidate::lexical);
        double[] cosine = standardised(candidates, Candidate::cosine);
        double weight = weight(lexical, cosine);
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            double score = weight * lexical[i] + (1 - weight) * cosine[i];
            ranked.add(new Ranked(candidates.get(i), score));
        }
        ranked.sort(Ranked.BEST_FIRST);
        return ranked;
    }

    /** Returns the share of words; 0 and 1 stay what they are. */
    private double weight(double[] lexical, double[] cosine) {
        if (lexical.length < 2) {
            return lexicalWeight;
        }
        double[] byWords = Arrays.stream(lexical).sorted().toArray();
        double lead = byWords[byWords.length - 1] - byWords[byWords.length - 2];
        double outlier = Arrays.stream(cosine).max().orElse(0);
        double odds = Math.log(lexicalWeight / (1 - lexicalWeight))
                + PER_LEAD * (lead - USUAL_LEAD)
                - PER_OUTLIER * (outlier - USUAL_OUTLIER);
        return 1 / (1 + Math.exp(-odds));
    }

    /** Returns how many standard deviations each score is above the mean; zeros where all are the same. */
    static double[] standardised(List<Candidate> candidates, ToDoubleFunction<Candidate> score) {
        double[] values = candidates.stream().mapToDouble(score).toArray();
        double mean = candidates.stream().mapToDouble(score).average().orElse(0);
        double variance = 0;
        for (double value : values) {
            variance += (value - mean) * (value - mean) / values.length;
        }
        double deviation = Math.sqrt(variance);
        for (int i = 0; i < values.length; i++) {
            values[i] = deviation > 1e-9 ? (values[i] - mean) / deviation : 0;
        }
        return values;
    }
}
