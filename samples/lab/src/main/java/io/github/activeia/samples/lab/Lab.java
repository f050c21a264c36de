package io.github.activeia.samples.lab;

import io.github.activeia.samples.quickstart.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The lab's command line. Exit status: 0 done, 1 a threshold was missed or something did not arrive, 2 a wrong call or input. */
@Command(
        name = "lab",
        description = "Ingest, ask and measure.",
        mixinStandardHelpOptions = true,
        subcommands = {
            Ingest.class,
            Ask.class,
            Replay.class,
            Eval.class,
            Fit.class,
            Migrate.class,
            Schema.class,
            Cost.class,
            ClassPath.class
        })
public final class Lab {
    private Lab() {}

    /** Runs a command and ends the process with its exit status. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return Terminal.speaking(new CommandLine(new Lab()));
    }
}
