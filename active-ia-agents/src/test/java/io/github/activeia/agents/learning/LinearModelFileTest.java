package io.github.activeia.agents.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.activeia.core.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearModelFileTest {
    private static final List<String> TEXTS = List.of(
            "el gato maulla",
            "un gato duerme",
            "el perro ladra",
            "un perro corre",
            "el pez nada",
            "un pez respira nada");

    private static Features words(String text) {
        Features features = new Features();
        for (String word : text.split(" ", -1)) {
            features.add(word, 1);
        }
        return features;
    }

    private static LinearClassifier animals() {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            examples.add(new Example(words(TEXTS.get(i)), i / 2));
        }
        return LinearClassifier.fit(examples, 3, new Fitting(30, 0.3, 1e-4, 1), 3);
    }

    private static byte[] written(LinearClassifier classifier) throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        LinearModelFile.write(classifier, stream);
        return stream.toByteArray();
    }

    @Test
    void decides_nearly_the_same_when_it_is_read_back() throws IOException {
        LinearClassifier fitted = animals();

        LinearClassifier read = LinearModelFile.read(new ByteArrayInputStream(written(fitted)));

        for (String text : TEXTS) {
            double[] before = fitted.probabilities(words(text));
            double[] after = read.probabilities(words(text));
            for (int c = 0; c < 3; c++) {
                assertThat(after[c]).isCloseTo(before[c], within(0.02));
            }
        }
    }

    @Test
    void gives_the_same_bytes_when_it_is_fitted_and_written_again() throws IOException {
        byte[] once = written(animals());
        byte[] again = written(animals());

        assertThat(once).isEqualTo(again);
    }

    @Test
    void is_refused_when_it_is_another_file() {
        byte[] other = new byte[64];

        assertThatThrownBy(() -> LinearModelFile.read(new ByteArrayInputStream(other)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("model must be a file of weights");
    }

    @Test
    void is_refused_when_it_is_cut_short() throws IOException {
        byte[] all = written(animals());
        byte[] half = Arrays.copyOf(all, all.length / 2);

        assertThatThrownBy(() -> LinearModelFile.read(new ByteArrayInputStream(half)))
                .isInstanceOf(EOFException.class);
    }
}
