package io.github.activeia.samples.benchmarks;

import io.github.activeia.samples.quickstart.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks' command line. Exit status: 0 done, 1 a floor was missed, 2 a wrong call or input. */
@Command(
        name = "bench",
        description = "Measures the stores of this library beside those of others.",
        mixinStandardHelpOptions = true,
        subcommands = {Run.class, Jmh.class})
public final class Bench {
    private Bench() {}

    /** Runs a command and ends the process with its exit status. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return Terminal.speaking(new CommandLine(new Bench())).setCaseInsensitiveEnumValuesAllowed(true);
    }
}
