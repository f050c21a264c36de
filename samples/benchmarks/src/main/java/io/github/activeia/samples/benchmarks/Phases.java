package io.github.activeia.samples.benchmarks;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** Says on standard error what is being done, and since when. */
final class Phases {
    private final PrintWriter out;
    private final Clock clock;

    Phases(PrintWriter out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    void begin(String... what) {
        out.println(LocalTime.now(clock).truncatedTo(ChronoUnit.SECONDS) + "  " + String.join(" · ", what));
        out.flush();
    }
}
