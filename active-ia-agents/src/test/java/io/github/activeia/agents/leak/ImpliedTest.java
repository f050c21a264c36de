package io.github.activeia.agents.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpliedTest {
    @ParameterizedTest
    @CsvSource({
        "Es la mitad de 780 pares., 390",
        "Son dos decenas justas., 20",
        "El total tiene cuatro decenas y una unidad., 41",
        "Medio millar menos uno., 499",
        "It is half of the 104 metres., 52",
        "Three dozen and you are there., 36",
        "Restale 32 y listo: 243 − 32, 211",
        "The average is 16 over 7., 2.286",
        "Es 7 al cuadrado., 49"
    })
    void result_is_found_when_it_is_left_to_work_out(String text, String result) {
        Set<String> found = Implied.keys(text);

        assertThat(found).contains(result);
    }

    @Test
    void neighbours_are_one_more_and_one_less() {
        Set<String> found = Implied.neighbours(Set.of("10", "O:n2"));

        assertThat(found).containsExactlyInAnyOrder("9", "11");
    }

    @Test
    void result_is_beside_when_the_text_says_one_less() {
        assertThat(Implied.isBeside("uno menos. se mide en aristas.")).isTrue();
        assertThat(Implied.isBeside("¿como llegaste a ese valor?")).isFalse();
    }

    @Test
    void value_rounds_another_when_it_has_fewer_decimals() {
        boolean near = Implied.rounds("2.3", "2.286");
        boolean other = Implied.rounds("2.4", "2.286");

        assertThat(near).isTrue();
        assertThat(other).isFalse();
    }
}
