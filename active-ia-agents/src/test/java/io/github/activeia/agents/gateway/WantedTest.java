package io.github.activeia.agents.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WantedTest {
    private final Wanted wanted = new Wanted();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decime cuántas vueltas da con 50 elementos",
                "pasame el valor final de la suma",
                "just tell me how many swaps it makes"
            })
    void is_a_result_when_a_number_is_asked_for(String message) {
        assertThat(wanted.isResult(message)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "haceme el tp entero",
                "pasame el código y decime cuántas vueltas da",
                "give me the solution and the result",
                "resolvelo y pasame el resultado"
            })
    void is_more_than_a_result_when_work_is_asked_for(String message) {
        assertThat(wanted.isResult(message)).isFalse();
    }
}
