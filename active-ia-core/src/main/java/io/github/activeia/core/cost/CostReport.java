package io.github.activeia.core.cost;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.Faults;
import io.github.activeia.core.Money;
import io.github.activeia.core.SessionId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the entries of a ledger add up to. Sums are exact and of known costs alone; calls of unknown cost are counted beside them. There
 * is no list by student: a bill is not a register of who asked. Immutable and thread-safe.
 *
 * <pre>{@code
 * CostReport report = CostReport.of(ledger.entries(CostQuery.between(start, end)), zone);
 * report.total().costs();
 * report.byAgent().get("tutor").calls();
 * report.projected(YearMonth.of(2026, 3), today);
 * System.out.println(report.toMarkdown());
 * }</pre>
 */
public final class CostReport {
    private static final int PLACES = 9;

    private final List<CostEntry> entries;
    private final ZoneId zone;

    private CostReport(List<CostEntry> entries, ZoneId zone) {
        this.entries = entries;
        this.zone = zone;
    }

    /** Returns the report of entries; days and months are those of the zone. */
    public static CostReport of(List<CostEntry> entries, ZoneId zone) {
        return new CostReport(
                entries.stream().sorted(Comparator.comparing(CostEntry::at)).toList(), zone);
    }

    /** Returns the sum of everything. */
    public CostTotal total() {
        return CostTotal.of(entries);
    }

    /** Returns the sum of each day with entries, in order. */
    public Map<LocalDate, CostTotal> byDay() {
        return by(this::day);
    }

    /** Returns the sum of each month with entries, in order. */
    public Map<YearMonth, CostTotal> byMonth() {
        return by(entry -> YearMonth.from(day(entry)));
    }

    /** Returns the sum of each session, by its first entry; entries without a session are in none. */
    public Map<SessionId, CostTotal> bySession() {
        return by(CostEntry::session);
    }

    /** Returns the sum of each agent. */
    public Map<String, CostTotal> byAgent() {
        return by(CostEntry::agent);
    }

    /** Returns the sum of each course. */
    public Map<CourseId, CostTotal> byCourse() {
        return by(entry -> entry.account().course());
    }

    /** Returns the sum of each provider. */
    public Map<String, CostTotal> byProvider() {
        return by(entry -> entry.call().provider());
    }

    /**
     * Returns what a month will have cost if it goes on as it began: {@code spent + spent / days so far × days to come}. Days so far
     * run from the first day of the month that has an entry through {@code today}, days without an entry included, so that weekends
     * weigh what they weigh; days to come are those of the month after {@code today}. The second term is rounded half up to 9 places.
     * Calls of unknown cost are not in it.
     *
     * @param month the month
     * @param today the last day that has been counted whole; in the month
     * @return one amount for each currency; empty where no cost of the month is known
     */
    public List<Money> projected(YearMonth month, LocalDate today) {
        new Faults()
                .require(
                        YearMonth.from(today).equals(month),
                        "today",
                        "be in the month",
                        today,
                        "pass a day of " + month)
                .throwIfAny();
        List<CostEntry> soFar = entries.stream()
                .filter(entry ->
                        YearMonth.from(day(entry)).equals(month) && !day(entry).isAfter(today))
                .toList();
        if (soFar.isEmpty()) {
            return List.of();
        }
        long days = ChronoUnit.DAYS.between(day(soFar.get(0)), today) + 1;
        long toCome = ChronoUnit.DAYS.between(today, month.atEndOfMonth());
        return CostTotal.of(soFar).costs().stream()
                .map(spent -> projected(spent, days, toCome))
                .toList();
    }

    private static Money projected(Money spent, long days, long toCome) {
        BigDecimal rest = spent.amount()
                .multiply(BigDecimal.valueOf(toCome))
                .divide(BigDecimal.valueOf(days), PLACES, RoundingMode.HALF_UP);
        return new Money(spent.amount().add(rest), spent.currency());
    }

    /** Returns tables for people to read: everything, then by month, day, agent, course and provider, and the mean of a session. */
    public String toMarkdown() {
        StringBuilder text = new StringBuilder("# Cost\n");
        table(text, "Everything", Map.of("total", total()));
        Map<SessionId, CostTotal> sessions = bySession();
        if (!sessions.isEmpty()) {
            text.append("\n")
                    .append(sessions.size())
                    .append(sessions.size() == 1 ? " session, mean " : " sessions, mean ")
                    .append(mean(sessions.size()))
                    .append("\n");
        }
        table(text, "Month", byMonth());
        table(text, "Day", byDay());
        table(text, "Agent", byAgent());
        table(text, "Course", byCourse());
        table(text, "Provider", byProvider());
        return text.toString();
    }

    /** Returns {@link #toMarkdown()}. */
    @Override
    public String toString() {
        return toMarkdown();
    }

    private LocalDate day(CostEntry entry) {
        return entry.at().atZone(zone).toLocalDate();
    }

    private <K> Map<K, CostTotal> by(Function<CostEntry, @Nullable K> key) {
        Map<K, List<CostEntry>> groups = new LinkedHashMap<>();
        for (CostEntry entry : entries) {
            K group = key.apply(entry);
            if (group != null) {
                groups.computeIfAbsent(group, none -> new ArrayList<>()).add(entry);
            }
        }
        Map<K, CostTotal> totals = new LinkedHashMap<>();
        groups.forEach((group, members) -> totals.put(group, CostTotal.of(members)));
        return totals;
    }

    private String mean(int sessions) {
        CostTotal inSessions = CostTotal.of(
                entries.stream().filter(entry -> entry.session() != null).toList());
        String known = inSessions.costs().stream()
                .map(sum -> new Money(
                                sum.amount().divide(BigDecimal.valueOf(sessions), PLACES, RoundingMode.HALF_UP),
                                sum.currency())
                        .toString())
                .collect(Collectors.joining(" + "));
        return known.isEmpty() ? "of unknown cost" : known;
    }

    private static void table(StringBuilder text, String name, Map<?, CostTotal> totals) {
        text.append("\n| ").append(name).append(" | calls | failed | input | output | cost |\n");
        text.append("|---|--:|--:|--:|--:|--:|\n");
        totals.forEach((key, total) -> text.append("| ")
                .append(key.toString().replace("|", "\\|"))
                .append(" | ")
                .append(total.calls())
                .append(" | ")
                .append(total.failed())
                .append(" | ")
                .append(total.tokens().input())
                .append(" | ")
                .append(total.tokens().output())
                .append(" | ")
                .append(total.costText())
                .append(" |\n"));
    }
}
