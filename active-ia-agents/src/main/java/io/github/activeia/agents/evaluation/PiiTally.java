package io.github.activeia.agents.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Counts what was found and what was missed. Not thread-safe. */
final class PiiTally {
    private final boolean exact;
    private final SortedMap<String, int[]> counts = new TreeMap<>();
    private final List<GatekeeperScores.Disagreement> errors = new ArrayList<>();
    private int messages;
    private int exactKinds;
    private int harmless;
    private int damaged;

    /** Counts equal spans only, or all that overlap. */
    PiiTally(boolean exact) {
        this.exact = exact;
    }

    void add(PiiFile.Message message, List<PiiFinder.Found> found) {
        messages++;
        for (PiiFinder.Found each : found) {
            int[] count = counts.computeIfAbsent(each.kind(), k -> new int[4]);
            count[0] += has(message.labels(), each) ? 1 : 0;
            count[1]++;
        }
        for (PiiFinder.Found label : message.labels()) {
            int[] count = counts.computeIfAbsent(label.kind(), k -> new int[4]);
            count[2] += has(found, label) ? 1 : 0;
            count[3]++;
        }
        Set<String> expected = kinds(message.labels());
        Set<String> got = kinds(found);
        exactKinds += expected.equals(got) ? 1 : 0;
        if (!expected.equals(got)) {
            errors.add(new GatekeeperScores.Disagreement(message.id(), "kinds", expected.toString(), got.toString()));
        }
        addHarmless(message, found);
    }

    private boolean has(List<PiiFinder.Found> all, PiiFinder.Found one) {
        return exact
                ? all.contains(one)
                : all.stream().anyMatch(o -> o.kind().equals(one.kind()) && o.overlaps(one.start(), one.end()));
    }

    private static Set<String> kinds(List<PiiFinder.Found> all) {
        return all.stream().map(PiiFinder.Found::kind).collect(Collectors.toCollection(TreeSet::new));
    }

    private void addHarmless(PiiFile.Message message, List<PiiFinder.Found> found) {
        int before = damaged;
        for (String text : message.harmless()) {
            harmless++;
            damaged += isDamaged(message.text(), text, found) ? 1 : 0;
        }
        if (message.labels().isEmpty()) {
            harmless++;
            damaged += found.isEmpty() ? 0 : 1;
        }
        if (damaged > before) {
            errors.add(new GatekeeperScores.Disagreement(
                    message.id(), "harmless", "untouched", damaged - before + " damaged"));
        }
    }

    /** Harmless words may stand in a name too: they are damaged where no place is left untouched. */
    private static boolean isDamaged(String text, String harmless, List<PiiFinder.Found> found) {
        boolean seen = false;
        for (int at = text.indexOf(harmless); at >= 0 && !harmless.isEmpty(); at = text.indexOf(harmless, at + 1)) {
            int start = at;
            seen = true;
            if (found.stream().noneMatch(f -> f.overlaps(start, start + harmless.length()))) {
                return false;
            }
        }
        return seen;
    }

    PiiScores scores() {
        SortedMap<String, PiiScores.Figures> figures = new TreeMap<>();
        counts.forEach((kind, c) ->
                figures.put(kind, new PiiScores.Figures(new Proportion(c[0], c[1]), new Proportion(c[2], c[3]))));
        return new PiiScores(
                messages, figures, new Proportion(exactKinds, messages), new Proportion(damaged, harmless), errors);
    }
}
