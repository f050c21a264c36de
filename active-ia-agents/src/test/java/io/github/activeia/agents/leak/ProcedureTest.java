package io.github.activeia.agents.leak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcedureTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "while i < n:",
                "for x in datos:",
                "if nodo is not None:",
                "p->next = q;",
                "return a if b else c",
                "print(\"hola a todas las personas\")",
                "public static void main(String[] args) {",
                "for (String s : lista) {",
                "SELECT nombre FROM socios WHERE edad > 18"
            })
    void line_of_a_program_is_executable(String line) {
        assertThat(Procedure.isExecutable(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while slot i is taken:",
                "si dist[u] + w < dist[v]:",
                "dist[v] ← dist[u] + w",
                "target frequency, length  ->  wave speed that string must have",
                "my choice -> how it deals with those two points",
                "para cada arista u → v con peso w, con u recién fijado:"
            })
    void line_that_speaks_is_not(String line) {
        assertThat(Procedure.isExecutable(line)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. Si $f(n) = O(n^{\\log_b a - \\varepsilon})$ para algún caso, entonces $T(n) = \\Theta(n)$.",
                "- a precios iniciales: $1.000 \\times \\frac{100}{160} = 625$;"
            })
    void words_around_formulas_are_no_code(String line) {
        assertThat(Piece.of(line)).noneMatch(Piece::code);
    }
}
