package io.github.activeia.samples.lab;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Groups what measures. */
@Command(
        name = "eval",
        description = "Measure, against thresholds if you name them.",
        mixinStandardHelpOptions = true,
        subcommands = {EvalRetrieval.class, EvalCourse.class, EvalConfidence.class, EvalGatekeeper.class})
final class Eval implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "name what to evaluate");
    }
}
