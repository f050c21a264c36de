package io.github.activeia.agents.leak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "３,２ s|3,2 s",
                "𝟑,𝟐 s|3,2 s",
                "$\\frac{32}{10}$ s|$32/10$ s",
                "\\dfrac{ 16 }{5}|16/5",
                "3{,}2|3,2"
            })
    void numbers_are_written_as_everybody_writes_them(String text, String plain) {
        assertThat(Notation.plain(text)).isEqualTo(plain);
    }

    @Test
    void powers_and_code_stay_as_they_are() {
        String text = "n² y x₁, `int[] a = {1, 2};`";

        assertThat(Notation.plain(text)).isSameAs(text);
    }
}
