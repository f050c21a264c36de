package io.github.activeia.rag.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.RetrievalConfidence;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ConfidenceModelTest {
    private final ConfidenceModel calibrated = ConfidenceModel.of("e5-small-v2-q");
    private final ConfidenceModel cautious = ConfidenceModel.of("a model that nobody calibrated");

    @Property
    void more_words_covered_never_mean_less_confidence(
            @ForAll @DoubleRange(min = 0, max = 1) double low, @ForAll @DoubleRange(min = 0, max = 1) double high) {
        double less = Math.min(low, high);
        double more = Math.max(low, high);

        for (ConfidenceModel model : new ConfidenceModel[] {calibrated, cautious}) {
            assertThat(model.probability(covering(more))).isGreaterThanOrEqualTo(model.probability(covering(less)));
        }
    }

    @Property
    void band_rises_with_the_probability_and_medium_begins_where_passages_suffice(
            @ForAll @DoubleRange(min = 0, max = 1) double probability) {
        RetrievalConfidence band = calibrated.band(probability);

        boolean high = band == RetrievalConfidence.HIGH || band == RetrievalConfidence.MEDIUM;
        assertThat(high).isEqualTo(calibrated.isSufficient(probability));
    }

    @Test
    void bands_are_all_reachable() {
        assertThat(calibrated.band(0)).isEqualTo(RetrievalConfidence.NONE);
        assertThat(calibrated.band(1)).isEqualTo(RetrievalConfidence.HIGH);
    }

    @Test
    void unknown_model_looks_at_words_alone() {
        Evidence near = new Evidence(0.8, 0.8, 0.5, 4, 0, 1, 0.99, 9, 9, 1);
        Evidence far = new Evidence(0.8, 0.8, 0.5, 4, 0, 1, 0.01, 0, 0, 0);

        assertThat(cautious.probability(near)).isEqualTo(cautious.probability(far));
    }

    @Test
    void wrong_number_of_weights_is_refused() {
        assertThatThrownBy(() -> ConfidenceModel.of(0, new double[3], 0.5))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("weights must be 10");
    }

    @Test
    void threshold_out_of_range_is_refused() {
        assertThatThrownBy(() -> ConfidenceModel.of(0, new double[10], 1)).hasMessageContaining("threshold must");
    }

    private static Evidence covering(double share) {
        return new Evidence(share, share, share * 0.6, 4, 1 - share, 1.1, 0.85, 3, 3, 0.3);
    }
}
