package io.github.activeia.samples.benchmarks;

import java.util.List;

/** A floor that this library must reach, and whether it did. What was not measured was not reached. */
public record Check(String name, String required, String measured, boolean passed) {
    /** Returns the check on one line, for a terminal. */
    public String line() {
        return (passed ? "pass  " : "FAIL  ") + name + ": required " + required + ", measured " + measured;
    }

    /** Returns checks as a table in Markdown. */
    public static String table(List<Check> checks) {
        return MarkdownTable.of(
                List.of("floor", "required", "measured", ""),
                checks.stream()
                        .map(c -> List.of(c.name(), c.required(), c.measured(), c.passed() ? "pass" : "**fail**"))
                        .toList());
    }
}
