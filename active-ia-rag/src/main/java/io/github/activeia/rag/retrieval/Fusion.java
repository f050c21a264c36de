package io.github.activeia.rag.retrieval;

import io.github.activeia.rag.store.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Puts candidates in order by the weighted sum of their two scores, each in standard deviations from the mean of the candidates. That
 * every candidate has both scores is what makes the sum fair: nobody is punished for having been found by one leg only.
 */
final class Fusion {
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
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            double score = lexicalWeight * lexical[i] + (1 - lexicalWeight) * cosine[i];
            ranked.add(new Ranked(candidates.get(i), score));
        }
        ranked.sort(Ranked.BEST_FIRST);
        return ranked;
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
