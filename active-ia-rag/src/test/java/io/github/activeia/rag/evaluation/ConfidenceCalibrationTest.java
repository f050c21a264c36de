package io.github.activeia.rag.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.rag.retrieval.ConfidenceModel;
import io.github.activeia.rag.retrieval.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConfidenceCalibrationTest {
    private final Random random = new Random(11);

    @Test
    void fitted_model_tells_the_kinds_apart() {
        ConfidenceModel model = ConfidenceCalibration.fit(examples(400), false);

        CalibrationReport report = CalibrationReport.of(model, examples(400));

        assertThat(report.auc()).isGreaterThan(0.85);
        assertThat(report.calibrationError()).isLessThan(0.1);
    }

    @Test
    void model_of_words_ignores_meaning() {
        ConfidenceModel model = ConfidenceCalibration.fit(examples(400), true);

        assertThat(model.probability(new Evidence(0.5, 0.5, 0.3, 3, 0.2, 1, 0.9, 4, 4, 1)))
                .isCloseTo(model.probability(new Evidence(0.5, 0.5, 0.3, 3, 0.2, 1, 0.1, 0, 0, 0)), within(1e-9));
    }

    @Test
    void examples_of_one_kind_are_refused() {
        List<LabelledEvidence> yes =
                examples(50).stream().filter(LabelledEvidence::answerable).toList();

        assertThatThrownBy(() -> ConfidenceCalibration.fit(yes, false)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void report_of_a_model_that_is_always_right_is_perfect() {
        ConfidenceModel model = ConfidenceModel.of(-1000, new double[] {2000, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 0.5);
        List<LabelledEvidence> examples =
                List.of(new LabelledEvidence(covering(1), true), new LabelledEvidence(covering(0), false));

        assertThat(CalibrationReport.of(model, examples)).isEqualTo(new CalibrationReport(2, 1, 1, 0, 1, 1));
    }

    @Test
    void report_of_a_model_that_never_knows_is_even() {
        ConfidenceModel model = ConfidenceModel.of(0, new double[10], 0.4);
        List<LabelledEvidence> examples =
                List.of(new LabelledEvidence(covering(1), true), new LabelledEvidence(covering(0), false));

        assertThat(CalibrationReport.of(model, examples)).isEqualTo(new CalibrationReport(2, 0.5, 0.5, 0, 1, 0));
    }

    private List<LabelledEvidence> examples(int count) {
        List<LabelledEvidence> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double coverage = random.nextDouble();
            boolean answerable = random.nextDouble() < 1 / (1 + Math.exp(6 - 12 * coverage));
            examples.add(new LabelledEvidence(covering(coverage), answerable));
        }
        return examples;
    }

    private Evidence covering(double share) {
        return new Evidence(share, share, share / 2, 3, 1 - share, 1, random.nextDouble(), 3, 3, random.nextDouble());
    }
}
