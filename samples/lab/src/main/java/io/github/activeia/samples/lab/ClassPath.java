package io.github.activeia.samples.lab;

import io.github.activeia.samples.quickstart.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes the lab's own class path, for JShell. */
@Command(name = "classpath", description = "Writes samples/lab/target/lab.classpath and prints how to use it.")
final class ClassPath implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Path file = Terminal.samples().resolve("lab/target/lab.classpath");
        Files.createDirectories(file.getParent());
        Files.writeString(file, System.getProperty("java.class.path"));
        spec.commandLine()
                .getOut()
                .println("jshell --class-path \"$(cat samples/lab/target/lab.classpath)\" samples/lab/start.jsh");
        return 0;
    }
}
