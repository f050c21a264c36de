package io.github.activeia.samples.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What measurements share: where they print, and what they do on request with errors and figures. */
final class EvalOutput {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--errors", description = "List everything that was judged wrongly, by id.")
    private boolean errors;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the figures there, as JSON.")
    private @Nullable Path file;

    PrintWriter screen() {
        return command.commandLine().getOut();
    }

    /** Lists what was judged wrongly and writes the figures, each if asked for. */
    void finish(List<?> wrong, String json) throws IOException {
        if (errors) {
            wrong.forEach(screen()::println);
        }
        if (file != null) {
            Files.writeString(file, json + "\n");
        }
    }
}
