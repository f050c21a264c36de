package io.github.activeia.samples.lab;

import picocli.CommandLine.Command;

/** Groups what measures. */
@Command(
        name = "eval",
        description = "Measure, against thresholds if you name them.",
        mixinStandardHelpOptions = true,
        subcommands = {
            EvalRetrieval.class,
            EvalCourse.class,
            EvalConfidence.class,
            EvalGatekeeper.class,
            EvalInjection.class,
            EvalLeaks.class,
            EvalPii.class
        })
final class Eval {}
