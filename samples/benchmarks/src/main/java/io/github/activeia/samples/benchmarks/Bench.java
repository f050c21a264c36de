package io.github.activeia.samples.benchmarks;

import io.github.activeia.rag.embedding.Embedder;
import io.github.activeia.samples.benchmarks.chain.Chain;
import io.github.activeia.samples.benchmarks.gatekeeper.GatekeeperBench;
import io.github.activeia.samples.benchmarks.gateway.GatewayBench;
import io.github.activeia.samples.quickstart.Terminal;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks' command line. Exit status: 0 done, 1 a floor was missed, 2 a wrong call or input. */
@Command(
        name = "bench",
        description =
                "Measures the stores, the chain of models, the gatekeeper and the gateway of this library beside what others have.",
        mixinStandardHelpOptions = true)
public final class Bench {
    private Bench() {}

    /** Runs a command and ends the process with its exit status. */
    public static void main(String[] args) {
        System.exit(commandLine(Run::modelOfThisProcess).execute(args));
    }

    /** Returns the command line; the model is loaded when a run needs it. */
    static CommandLine commandLine(Supplier<Embedder> model) {
        CommandLine commands = new CommandLine(new Bench())
                .addSubcommand(new Run(model))
                .addSubcommand(new Chain())
                .addSubcommand(new GatekeeperBench())
                .addSubcommand(new GatewayBench(model))
                .addSubcommand(new Jmh());
        return Terminal.speaking(commands).setCaseInsensitiveEnumValuesAllowed(true);
    }
}
