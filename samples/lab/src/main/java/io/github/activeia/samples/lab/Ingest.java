package io.github.activeia.samples.lab;

import io.github.activeia.rag.KnowledgeBase;
import io.github.activeia.rag.ingestion.IngestionReport;
import io.github.activeia.samples.quickstart.ProgressLine;
import io.github.activeia.samples.quickstart.Terminal;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ingests a folder, and says what it took. */
@Command(
        name = "ingest",
        description = "Ingest what changed in a folder of course files. Exit status 1 if a file could not be read.",
        mixinStandardHelpOptions = true)
final class Ingest implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "The course files.")
    private Path folder = Path.of(".");

    @Option(
            names = "--index",
            paramLabel = "DIR",
            description = "Where to keep the index; default .active-ia in the checkout.")
    private @Nullable Path index;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        IngestionReport report;
        try (KnowledgeBase knowledge = KnowledgeBase.lucene(index == null ? Terminal.indexOf(folder) : index);
                ProgressLine progress = ProgressLine.create()) {
            report = knowledge.ingest(folder, progress);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(report);
        out.printf("peak heap %d MiB%n", peakHeap() >> 20);
        return report.complete() ? 0 : 1;
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(Ingest::peak)
                .sum();
    }

    private static long peak(MemoryPoolMXBean pool) {
        return pool.getPeakUsage().getUsed();
    }
}
