package io.github.activeia.samples.quickstart;

import io.github.activeia.core.ActiveIaException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;

/** What all samples share about the terminal they run in. */
public final class Terminal {
    private Terminal() {}

    /** Returns whether a person sits at the terminal; the launchers find out, because newer JDKs always have a console. */
    public static boolean interactive() {
        return Boolean.getBoolean("active-ia.interactive");
    }

    /** Returns the samples folder of the checkout; the launchers say where it is. */
    public static Path samples() {
        return Path.of(System.getProperty("active-ia.samples", "samples"));
    }

    /** Returns where the samples keep indexes and traces: {@code .active-ia} in the checkout; delete it to start afresh. */
    public static Path state() {
        return samples().toAbsolutePath().normalize().resolveSibling(".active-ia");
    }

    /** Returns where the index of a course folder is kept: one for each folder. */
    public static Path indexOf(Path course) {
        Path folder = course.toAbsolutePath().normalize();
        return state().resolve("index-" + folder.getFileName() + "-"
                + Integer.toHexString(folder.toString().hashCode()));
    }

    /**
     * Makes a command line print in UTF-8, whatever the platform's default is, and report what the library refuses in one line and with
     * exit status 2, without a stack trace.
     */
    public static CommandLine speaking(CommandLine commands) {
        return commands.setOut(new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof ActiveIaException) {
                        command.getErr().println(failure.getMessage());
                        return 2;
                    }
                    throw failure;
                });
    }
}
