package io.github.activeia.samples.benchmarks.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.samples.benchmarks.Check;
import io.github.activeia.samples.benchmarks.Machine;
import io.github.activeia.samples.benchmarks.Occasion;
import io.github.activeia.samples.benchmarks.gatekeeper.GatekeeperBench.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatekeeperReportTest {
    @TempDir
    private Path folder;

    @Test
    void shows_every_measurement_and_which_floor_is_missed() throws IOException {
        List<Timing> timings = List.of(
                new Timing(100, false, 300, 900),
                new Timing(100_000, false, 10_000, 20_000),
                new Timing(1_000_000, false, 120_000, 200_000));
        Occasion occasion = new Occasion(LocalDate.of(2026, 7, 1), "bench gatekeeper", new Machine(List.of("2 cores")));

        new GatekeeperReport(occasion, timings).write(folder.resolve("gatekeeper.md"));

        assertThat(GatekeeperReport.checks(timings)).extracting(Check::passed).containsExactly(false, true);
        assertThat(Files.readString(folder.resolve("gatekeeper.md")))
                .contains("Measured on 2026-07-01 with:\n\n```sh\nbench gatekeeper\n```\n\n- 2 cores\n\n")
                .contains("| an ordinary message | p50 at most 200 µs | 300 µs | **fail** |")
                .contains("| 1,000,000 | no | 120,000 | 200,000 | 120 |", "(gatekeeper.png)");
        assertThat(folder.resolve("gatekeeper.png")).isNotEmptyFile();
    }
}
