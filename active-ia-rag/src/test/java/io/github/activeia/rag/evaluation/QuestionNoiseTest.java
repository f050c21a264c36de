package io.github.activeia.rag.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionNoiseTest {
    @Test
    void accents_capitals_and_question_marks_disappear() {
        assertThat(QuestionNoise.student(1).apply("¿Qué ES la pilá?")).isEqualTo("que es la pila");
    }

    @Test
    void about_a_fifth_of_the_long_words_has_two_neighbours_swapped() {
        QuestionNoise noise = QuestionNoise.student(7);
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String word = noise.apply("abcdefgh");
            if (!word.equals("abcdefgh")) {
                changed.add(word);
            }
        }

        assertThat(changed).hasSizeBetween(330, 470);
        assertThat(changed).allMatch(word -> differences(word) == 2);
        assertThat(changed).allMatch(word -> word.chars()
                .sorted()
                .boxed()
                .toList()
                .equals("abcdefgh".chars().boxed().toList()));
    }

    @Test
    void words_of_five_letters_are_left_alone() {
        QuestionNoise noise = QuestionNoise.student(7);

        for (int i = 0; i < 200; i++) {
            assertThat(noise.apply("clave pilas")).isEqualTo("clave pilas");
        }
    }

    @Test
    void same_seed_gives_the_same_slips() {
        String question = "¿Cómo funciona la ordenación por inserción binaria descendente?";

        assertThat(QuestionNoise.student(3).apply(question))
                .isEqualTo(QuestionNoise.student(3).apply(question));
    }

    private static int differences(String word) {
        int differences = 0;
        for (int i = 0; i < word.length(); i++) {
            differences += word.charAt(i) == "abcdefgh".charAt(i) ? 0 : 1;
        }
        return differences;
    }
}
