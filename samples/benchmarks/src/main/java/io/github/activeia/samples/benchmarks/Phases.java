package io.github.activeia.samples.benchmarks;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says on standard error what is being done, and since when. */
public final class Phases {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final PrintWriter out;
    private final Clock clock;

    /** Says it there, at the clock's time. */
    public Phases(PrintWriter out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** Says what begins now, part after part. */
    public void begin(String... what) {
        out.println(TIME.format(LocalTime.now(clock)) + "  " + String.join(" · ", what));
        out.flush();
    }
}
