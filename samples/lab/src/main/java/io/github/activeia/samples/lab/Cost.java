package io.github.activeia.samples.lab;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.Faults;
import io.github.activeia.core.cost.CostQuery;
import io.github.activeia.core.cost.CostReport;
import io.github.activeia.core.cost.PostgresCostLedger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what models cost. */
@Command(
        name = "cost",
        description = "Print what models cost, from the ledger of a host in PostgreSQL, as Markdown.",
        mixinStandardHelpOptions = true)
final class Cost implements Callable<Integer> {
    @Option(names = "--db", required = true, paramLabel = "JDBC-URL", description = "The host's database.")
    private String db = "";

    @Option(names = "--from", paramLabel = "DAY", description = "The first day; default the first of this month.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "The last day; default today.")
    private @Nullable LocalDate to;

    @Option(names = "--course", paramLabel = "ID", description = "One course; default all.")
    private @Nullable String course;

    @Option(names = "--zone", description = "The zone of the days; default ${DEFAULT-VALUE}.")
    private String zone = "UTC";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        ZoneId days = zone(zone);
        LocalDate last = to == null ? LocalDate.now(days) : to;
        LocalDate first = from == null ? YearMonth.from(last).atDay(1) : from;
        new Faults()
                .require(!first.isAfter(last), "--from", "not be after --to", first, "write the earlier day first")
                .throwIfAny();
        Instant start = first.atStartOfDay(days).toInstant();
        CostQuery all =
                CostQuery.between(start, last.plusDays(1).atStartOfDay(days).toInstant());
        CostQuery query = course == null ? all : all.of(new CourseId(course));
        PostgresCostLedger ledger = PostgresCostLedger.of(
                StoreOption.parse("pgvector:" + db, System.getenv()).connections());
        spec.commandLine().getOut().println(CostReport.of(ledger.entries(query), days));
        return 0;
    }

    private static ZoneId zone(String typed) {
        try {
            return ZoneId.of(typed);
        } catch (DateTimeException unknown) {
            new Faults()
                    .require(false, "--zone", "be a time zone", typed, "write it as America/Argentina/Mendoza")
                    .throwIfAny();
            throw unknown;
        }
    }
}
