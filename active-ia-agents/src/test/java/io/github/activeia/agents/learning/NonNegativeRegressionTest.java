package io.github.activeia.agents.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NonNegativeRegressionTest {
    private static final double[] SMALL = {1e-6, 1e-6};

    /** Without evidence 1 of 4 is one, with it 3 of 4: the odds are 1:3 and 3:1. */
    @Test
    void weights_are_the_logarithms_of_the_odds() {
        double[][] rows = {{0, 0}, {0, 0}, {0, 0}, {0, 0}, {1, 0}, {1, 0}, {1, 0}, {1, 0}};
        boolean[] labels = {true, false, false, false, true, true, true, false};

        NonNegativeRegression.Fitted fitted = NonNegativeRegression.fit(rows, labels, new double[2], SMALL, 200);

        assertThat(fitted.bias()).isCloseTo(-Math.log(3), within(1e-2));
        assertThat(fitted.weight(0)).isCloseTo(2 * Math.log(3), within(1e-2));
        assertThat(fitted.weight(1)).isZero();
        assertThat(fitted.score(rows[4])).isCloseTo(Math.log(3), within(1e-2));
    }

    @Test
    void what_speaks_against_a_case_weighs_nothing_or_what_it_has_at_least() {
        double[][] rows = {{1, 1}, {1, 1}, {0, 0}, {0, 0}};
        boolean[] labels = {false, false, true, true};

        NonNegativeRegression.Fitted fitted =
                NonNegativeRegression.fit(rows, labels, new double[] {0, 2.5}, SMALL, 200);

        assertThat(fitted.weight(0)).isZero();
        assertThat(fitted.weight(1)).isEqualTo(2.5);
    }
}
