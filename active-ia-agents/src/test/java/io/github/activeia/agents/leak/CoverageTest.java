package io.github.activeia.agents.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.knowledge.SolutionIndex;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final String QUERY =
            """
            SELECT s.nombre, s.barrio, COUNT(*) AS vencidos
            FROM socio s
            JOIN prestamo p ON p.socio_id = s.id
            WHERE p.devuelto IS NULL
            GROUP BY s.id, s.nombre
            ORDER BY vencidos DESC;
            """;

    private final LeakDetector detector = LeakDetector.of(SolutionIndex.none());
    private final LeakWords words = detector.words();
    private final Known known =
            Known.of(Exchange.of(new CourseId("bases"), "¿Qué cláusulas necesito?", List.of()), detector);

    @Test
    void more_names_are_covered_when_a_query_is_told_in_prose() {
        SolutionText solution = SolutionText.of(QUERY, words);

        double told = names(
                "De socio sacás nombre y barrio, unís prestamo por socio id, dejás devuelto null y agrupás"
                        + " por id y nombre; ordenás por vencidos.",
                solution);
        double asked = names("¿Qué tablas tienen los datos que te piden?", solution);

        assertThat(told).isGreaterThan(0.3);
        assertThat(asked).isLessThan(0.1);
    }

    @Test
    void all_parts_of_a_key_are_covered_when_each_is_named() {
        SolutionText key = SolutionText.of("estabilidad; mergesort", words);

        double both = coverage("Le falta estabilidad, conviene mergesort.").parts(new Secret(key, known));
        double one = coverage("Le falta estabilidad.").parts(new Secret(key, known));

        assertThat(both).isEqualTo(1);
        assertThat(one).isEqualTo(0.5);
    }

    private double names(String reply, SolutionText solution) {
        return coverage(reply).names(new Secret(solution, known));
    }

    private Coverage coverage(String reply) {
        return new Coverage(new PieceReader(known, words).read(reply));
    }
}
