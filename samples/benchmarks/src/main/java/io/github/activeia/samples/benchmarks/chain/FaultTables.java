package io.github.activeia.samples.benchmarks.chain;

import io.github.activeia.core.testing.BareClientFaults;
import io.github.activeia.core.testing.BareClientFaults.Outcome;
import io.github.activeia.core.testing.Fault;
import io.github.activeia.samples.benchmarks.MarkdownTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Shows what the bare clients and the chain make of the same faults.
 *
 * @param bare of the bare clients
 * @param chained of the chain, in the same order
 */
record FaultTables(List<Outcome> bare, List<Outcome> chained) {
    /** By how much an answer may miss its time limit. */
    static final Duration GRACE = Duration.ofMillis(100);

    FaultTables {
        if (bare.size() != chained.size()) {
            throw new IllegalArgumentException("both must be of the same faults");
        }
    }

    /** Returns how often what happens, for both. */
    String counts() {
        return MarkdownTable.of(
                List.of("of " + bare.size() + " calls", "bare client", "chain"),
                List.of(
                        row("ended within 2 s + 100 ms", outcome -> !late(outcome)),
                        row("ended later", outcome -> late(outcome) && !hangs(outcome)),
                        row("had not ended after 5 s", FaultTables::hangs),
                        row("completed with a part of the text, or none", FaultTables::loses)));
    }

    /** Returns the faults where the bare client hangs, is late, or completes what the chain calls a failure. */
    String differences() {
        Map<List<String>, StringJoiner> found = new LinkedHashMap<>();
        IntStream.range(0, bare.size()).filter(this::differs).forEach(i -> {
            Outcome client = bare.get(i);
            List<String> what = List.of(client.fault(), said(client), said(chained.get(i)));
            found.computeIfAbsent(what, key -> new StringJoiner(", ")).add(who(client));
        });
        List<List<String>> rows = new ArrayList<>();
        found.forEach((what, who) -> rows.add(List.of(what.get(0), who.toString(), what.get(1), what.get(2))));
        return MarkdownTable.of(List.of("fault", "where", "the bare client", "the chain"), rows);
    }

    /** Returns one table for each provider, with a row for each fault. */
    String all() {
        return bare.stream().map(Outcome::client).distinct().map(this::of).collect(Collectors.joining("\n\n"));
    }

    static boolean hangs(Outcome outcome) {
        return outcome.outcome().equals(BareClientFaults.NOTHING);
    }

    static boolean late(Outcome outcome) {
        return hangs(outcome) || outcome.took().compareTo(FaultRun.TOTAL.plus(GRACE)) > 0;
    }

    private String of(String client) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        IntStream.range(0, bare.size())
                .filter(i -> bare.get(i).client().equals(client))
                .forEach(i -> {
                    List<String> row =
                            rows.computeIfAbsent(bare.get(i).fault(), fault -> new ArrayList<>(List.of(fault)));
                    row.add(cell(chained.get(i)));
                    row.add(cell(bare.get(i)));
                });
        return "### " + client + "\n\n"
                + MarkdownTable.of(
                        List.of("fault", "chain", "bare client", "chain, stream", "bare client, stream"),
                        List.copyOf(rows.values()));
    }

    private boolean differs(int i) {
        boolean accepts = completed(bare.get(i)) && !completed(chained.get(i));
        return late(bare.get(i)) || loses(bare.get(i)) || accepts;
    }

    private static boolean completed(Outcome outcome) {
        return outcome.outcome().startsWith("completed");
    }

    private static boolean loses(Outcome outcome) {
        return completed(outcome) && !outcome.text().equals(Fault.TEXT);
    }

    private static String who(Outcome outcome) {
        return outcome.client() + (outcome.streamed() ? " stream" : " sync");
    }

    /** Seconds are rounded down to what is the same for all clients, so that those who do the same share a row. */
    private static String said(Outcome outcome) {
        if (hangs(outcome)) {
            return "no end within 5 s";
        }
        String words = completed(outcome) ? outcome.outcome() + ", " + amount(outcome) : outcome.outcome();
        return late(outcome) ? words + ", late" : words;
    }

    private static String cell(Outcome outcome) {
        boolean tells = outcome.streamed() || completed(outcome);
        String seconds = String.format(Locale.ROOT, "%.2f s", outcome.took().toNanos() / 1e9);
        return outcome.outcome() + (tells ? ", " + amount(outcome) : "") + ", " + seconds;
    }

    private static String amount(Outcome outcome) {
        if (outcome.text().isEmpty()) {
            return "no text";
        }
        if (outcome.text().equals(Fault.TEXT)) {
            return "whole text";
        }
        return outcome.text().length() < Fault.TEXT.length() ? "part of the text" : "text again and again";
    }

    private List<String> row(String what, Predicate<Outcome> counted) {
        return List.of(what, count(bare, counted), count(chained, counted));
    }

    private static String count(List<Outcome> outcomes, Predicate<Outcome> counted) {
        return Long.toString(outcomes.stream().filter(counted).count());
    }
}
