package io.github.activeia.samples.benchmarks.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.samples.benchmarks.Check;
import io.github.activeia.samples.benchmarks.LatencySummary;
import io.github.activeia.samples.benchmarks.Machine;
import io.github.activeia.samples.benchmarks.Occasion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayReportTest {
    @TempDir
    private Path folder;

    @Test
    void measures_each_sentence_when_replies_are_streamed() {
        SentenceTimes.Measured measured = SentenceTimes.measure(3);

        assertThat(measured.first().searches()).isEqualTo(3);
        assertThat(measured.last().searches()).isEqualTo(9);
    }

    @Test
    void answers_every_message_by_the_model_when_students_go_on_asking() {
        AskBenchmark benchmark = new AskBenchmark();
        benchmark.prepare();

        assertThat(List.of(benchmark.ask(), benchmark.ask(), benchmark.ask(), benchmark.ask()))
                .allMatch(
                        reply -> reply.text().startsWith(Classroom.reply(false).substring(0, 80)));
    }

    @Test
    void shows_every_measurement_and_which_floor_is_missed() throws IOException {
        LatencySummary soon = new LatencySummary(3, 1, 2, 3, 100);
        GatewayReport report = new GatewayReport(
                new Occasion(LocalDate.of(2026, 7, 1), "bench gateway", new Machine(List.of("2 cores"))),
                List.of(new GatewayBench.Asking(false, false, 1_200, 2_400, 500)),
                new SentenceTimes.Measured(soon, soon),
                new Crowd.Measured(2_100, 2_300, 2));

        report.write(folder.resolve("gateway.md"));

        assertThat(report.checks()).extracting(Check::passed).containsExactly(true, false, true);
        assertThat(Files.readString(folder.resolve("gateway.md")))
                .contains("| 5 sentences | 1,200 | 2,400 | 500 |", "| without answer cache | 2,100 |", "gateway.png");
        assertThat(folder.resolve("gateway.png")).isNotEmptyFile();
    }
}
