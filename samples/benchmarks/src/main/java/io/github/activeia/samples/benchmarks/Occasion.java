package io.github.activeia.samples.benchmarks;

import java.time.Clock;
import java.time.LocalDate;
import picocli.CommandLine.Model.CommandSpec;

/**
 * When, how and where something was measured: the head of every report.
 *
 * @param date when it took place
 * @param command how to repeat it
 * @param machine where it took place
 */
public record Occasion(LocalDate date, String command, Machine machine) {
    /** Returns the occasion of a command that runs now. */
    public static Occasion of(CommandSpec command, Clock clock, Machine machine) {
        String text = CommandText.of(
                "samples/benchmarks/bench",
                command.root().commandLine().getParseResult().originalArgs());
        return new Occasion(LocalDate.now(clock), text, machine);
    }

    /** Returns the date, the command and the facts in Markdown, without a line break at the end. */
    public String markdown() {
        return "Measured on " + date + " with:\n\n```sh\n" + command + "\n```\n\n- "
                + String.join("\n- ", machine.facts());
    }
}
