package io.github.activeia.agents.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SolutionLinesTest {
    @Test
    void query_is_a_program_when_its_lines_are_clauses() {
        List<SolutionLines.Line> lines =
                SolutionLines.of("SELECT s.nombre, COUNT(*) AS n\nFROM socio s\nWHERE s.id = 1\nORDER BY n;");

        assertThat(lines).hasSize(4).allMatch(SolutionLines.Line::program);
    }

    @Test
    void key_is_prose_when_its_lines_are_equations() {
        List<SolutionLines.Line> lines = SolutionLines.of("H = 500, I = 499\naltura mínima 9\nNo existe");

        assertThat(lines).hasSize(3).noneMatch(SolutionLines.Line::procedure);
    }

    @Test
    void pseudocode_is_a_procedure_and_no_program_when_it_speaks() {
        List<SolutionLines.Line> lines = SolutionLines.of(
                """
                función orden(G)
                  para cada v de G: grado[v] ← 0
                  mientras la cola no esté vacía
                    u ← sacar de la cola
                  devolver el orden""");

        assertThat(lines).hasSize(5).allMatch(SolutionLines.Line::procedure);
    }
}
