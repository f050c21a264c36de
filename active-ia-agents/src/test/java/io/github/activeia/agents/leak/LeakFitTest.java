package io.github.activeia.agents.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.Activity;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.knowledge.SolutionIndex.StoredSolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeakFitTest {
    private static final LeakFit.Thresholds THRESHOLDS = new LeakFit.Thresholds(0.5, 0.9, 0.95);
    private static final List<String> TOLD = List.of("Da %d.", "Es %d, copialo.", "Son %d metros.", "Anotá %d.");
    private static final List<String> ASKED = List.of(
            "¿Qué dato te falta?", "¿Cómo lo pensaste?", "Mirá las unidades. ¿Qué ves?", "¿Y si fuera el doble?");

    @TempDir
    Path folder;

    /** Three authors, each with the same tasks in other numbers: what two of them teach is enough for the third. */
    private static LeakFit fitted(List<Boolean> labels) {
        LeakFit fit = new LeakFit();
        for (String author : List.of("A", "B", "C")) {
            for (int number = 0; number < 12; number++) {
                int result = 130 + 17 * number + author.charAt(0);
                LeakDetector detector = LeakDetector.of((course, text, most) ->
                        List.of(new StoredSolution("s", "Con la fórmula da " + result + " metros.", "s.md")));
                String good = ASKED.get(number % ASKED.size());
                String bad = String.format(TOLD.get(number % TOLD.size()), result);
                fit.add(author, false, List.of(turn(detector, List.of(good))));
                fit.add(author, true, List.of(turn(detector, List.of(good, good + " " + bad))));
                labels.add(false);
                labels.add(true);
            }
        }
        return fit;
    }

    private static LeakFit.Turn turn(LeakDetector detector, List<String> beginnings) {
        Exchange exchange = Exchange.of(new CourseId("c"), "no me sale", List.of())
                .on(new Activity(new ActivityId("tp"), "Distancia", "Calculá la distancia.", null, null, null));
        return new LeakFit.Turn(detector.watch(exchange, HelpLevel.CONCEPT, CoursePolicy.intermediate()), beginnings);
    }

    @Test
    void authors_who_were_left_out_are_judged_by_what_the_others_taught() {
        List<Boolean> labels = new ArrayList<>();

        assertThat(fitted(labels).crossValidated(THRESHOLDS)).isEqualTo(labels);
    }

    @Test
    void what_is_written_can_be_read_and_is_the_same_each_time() throws IOException {
        fitted(new ArrayList<>()).write(folder, THRESHOLDS);
        List<String> weights = Files.readAllLines(folder.resolve("leak-weights.txt"));
        List<String> manner = Files.readAllLines(folder.resolve("leak-manner.txt"));
        fitted(new ArrayList<>()).write(folder, THRESHOLDS);

        assertThat(weights)
                .contains("threshold 0.50", "close 0.90", "block 0.950")
                .anyMatch(line -> line.startsWith("manner "));
        assertThat(MannerWeights.of(manner).size()).isPositive();
        assertThat(Files.readAllLines(folder.resolve("leak-weights.txt"))).isEqualTo(weights);
        assertThat(Files.readAllLines(folder.resolve("leak-manner.txt"))).isEqualTo(manner);
    }
}
