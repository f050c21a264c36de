package io.github.activeia.samples.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Where a run took place: facts, each a line of a report. */
public record Machine(List<String> facts) {
    private static final long MEBIBYTE = 1 << 20;

    /** Copies the facts. */
    public Machine {
        facts = List.copyOf(facts);
    }

    static Machine of(Database database) {
        return here(
                "PostgreSQL " + database.string("SHOW server_version") + ", pgvector "
                        + database.string("SELECT extversion FROM pg_extension WHERE extname = 'vector'"),
                "shared_buffers " + database.string("SHOW shared_buffers") + ", work_mem "
                        + database.string("SHOW work_mem") + ", maintenance_work_mem "
                        + database.string("SHOW maintenance_work_mem") + ", hnsw.ef_search "
                        + database.string("SELECT coalesce(current_setting('hnsw.ef_search', true), '40')"),
                "langchain4j-pgvector 1.13.0-beta23, Spring AI 1.0.1, HikariCP 6.3.3 with " + Database.CONNECTIONS
                        + " connections, PostgreSQL driver 42.7.11");
    }

    /** Returns the machine and the JDK of this process, and what else belongs to a run. */
    static Machine here(String... more) {
        List<String> facts = new ArrayList<>(List.of(
                Runtime.getRuntime().availableProcessors() + " cores, " + memory() + " MiB of memory, "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                "JDK " + Runtime.version() + ", heap of at most "
                        + Runtime.getRuntime().maxMemory() / MEBIBYTE + " MiB"));
        facts.addAll(List.of(more));
        return new Machine(facts);
    }

    /** Returns the machine and the JDK of this process, and how busy the machine is now. */
    public static Machine underLoad() {
        return here("1-minute load when the report was written: "
                + Figures.of(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize() / MEBIBYTE
                : 0;
    }
}
