package io.github.activeia.agents.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.Activity;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.SolutionIndex;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatedResultTest {
    private static final CourseId COURSE = new CourseId("genetica");
    private static final Activity ACTIVITY = new Activity(
            new ActivityId("tp1"),
            "Cruzamiento prueba",
            "Calculá la probabilidad de una semilla amarilla y rugosa.",
            null,
            null,
            null);

    private final StatedResult results = new StatedResult((course, text, most) -> List.of(
            new SolutionIndex.StoredSolution("s", "3/4 × 1/4 = 3/16, y la altura es 12,8472 m.", "solucion.md")));

    @ParameterizedTest
    @ValueSource(strings = {"Me dio 9/16 porque 3/4 por 3/4 es 9/16", "I got 5/16, because I added", "me salió: 7"})
    void differs_when_no_solution_has_it(String message) {
        assertThat(results.differs(message, COURSE, ACTIVITY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "me dio 3/16 porque multipliqué",
                "me dio 0,1875",
                "me quedó 12,85 m",
                "me salió, era el módulo",
                "sumé 9/16 y no sé",
                "me dio bien"
            })
    void does_not_differ_when_a_solution_has_it_or_nothing_was_stated(String message) {
        assertThat(results.differs(message, COURSE, ACTIVITY)).isFalse();
    }
}
