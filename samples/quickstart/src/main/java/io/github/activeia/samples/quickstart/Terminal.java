package io.github.activeia.samples.quickstart;

import io.github.activeia.core.ActiveIaException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;

/** What all samples share about the terminal they run in. */
public final class Terminal {
    private Terminal() {}

    /** Returns standard output in UTF-8, whatever the platform's default is. */
    public static PrintStream out() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    /** Returns whether a person sits at the terminal. */
    public static boolean interactive() {
        return System.console() != null && !"dumb".equals(System.getenv("TERM"));
    }

    /** Returns the samples folder of the checkout; the launchers say where it is. */
    public static Path samples() {
        return Path.of(System.getProperty("active-ia.samples", "samples"));
    }

    /** Makes a command line report what the library refuses in one line and with exit status 2, without a stack trace. */
    public static CommandLine speaking(CommandLine commands) {
        return commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof ActiveIaException) {
                command.getErr().println(failure.getMessage());
                return 2;
            }
            throw failure;
        });
    }
}
