package io.github.activeia.agents.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SupportVectorFitTest {
    private static SparseRow row(double first, double second) {
        SparseRow row = new SparseRow(0);
        row.add(0, first);
        row.add(1, second);
        return row;
    }

    @Test
    void two_rows_are_told_apart_as_worked_out_by_hand() {
        // By symmetry the weights are (w, 0) and no bias; w² / 2 + 2 c (1 − w)² is least at w = 4c / (1 + 4c).
        List<SparseRow> rows = List.of(row(1, 0), row(-1, 0));

        double[] weights = SupportVectorFit.fit(rows, List.of(true, false), List.of(1.0, 1.0), 2);

        assertThat(weights[0]).isCloseTo(0.8, within(0.01));
        assertThat(weights[1]).isZero();
        assertThat(weights[2]).isCloseTo(0, within(0.01));
    }

    @Test
    void row_that_costs_more_has_its_way() {
        List<SparseRow> rows = List.of(row(1, 0), row(1, 0));

        double[] weights = SupportVectorFit.fit(rows, List.of(true, false), List.of(10.0, 0.1), 2);

        assertThat(rows.get(0).times(weights) + weights[2]).isPositive();
    }

    @Test
    void same_rows_give_the_same_weights() {
        List<SparseRow> rows = List.of(row(1, 2), row(-1, 0.5), row(0.3, -1), row(-0.2, 0.1));
        List<Boolean> labels = List.of(true, false, true, false);
        List<Double> costs = List.of(1.0, 1.0, 2.0, 0.5);

        assertThat(SupportVectorFit.fit(rows, labels, costs, 2))
                .isEqualTo(SupportVectorFit.fit(rows, labels, costs, 2));
    }
}
