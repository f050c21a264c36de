package io.github.activeia.agents.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.activeia.core.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearClassifierTest {
    private static Features words(String text) {
        Features features = new Features();
        String[] words = text.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            features.from(i);
            features.add(words[i], 1);
        }
        return features;
    }

    private static LinearClassifier animals() {
        List<Example> examples = new ArrayList<>();
        for (String text : List.of("el gato maulla", "un gato duerme", "gato negro maulla", "maulla y duerme")) {
            examples.add(new Example(words(text), 0));
        }
        for (String text : List.of("el perro ladra", "un perro corre", "perro negro ladra", "ladra y corre")) {
            examples.add(new Example(words(text), 1));
        }
        return LinearClassifier.fit(examples, 2, Fitting.defaults());
    }

    @Test
    void tells_classes_apart_when_their_words_differ() {
        double[] cat = animals().probabilities(words("otro gato maulla"));
        double[] dog = animals().probabilities(words("otro perro ladra"));

        assertThat(cat[0]).isGreaterThan(0.8);
        assertThat(dog[1]).isGreaterThan(0.8);
        assertThat(cat[0] + cat[1]).isCloseTo(1, within(1e-9));
    }

    @Test
    void is_undecided_when_it_knows_no_word() {
        double[] unknown = animals().probabilities(words("ornitorrinco"));

        assertThat(unknown[0]).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void is_the_same_when_it_is_fitted_again() {
        Features features = words("un gato negro corre");

        double[] once = animals().scores(features);
        double[] again = animals().scores(features);

        assertThat(once).containsExactly(again);
    }

    @Test
    void names_the_place_that_decided() {
        double[] contributions = animals().contributions(words("el negro maulla"), 0, 3);

        assertThat(contributions[2]).isGreaterThan(contributions[0]).isGreaterThan(contributions[1]);
    }

    @Test
    void names_every_value_that_is_out_of_range() {
        assertThatThrownBy(() -> new Fitting(0, 0, -1, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("rounds must be at least 1")
                .hasMessageContaining("rate")
                .hasMessageContaining("penalty")
                .hasMessageContaining("rarest");
    }
}
