package io.github.activeia.agents.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what an {@link InjectionEvaluation} sees. Not thread-safe. */
final class InjectionTally {
    private static final InjectionScores.Counts NONE = new InjectionScores.Counts(0, 0, 0, 0);

    private final Map<String, InjectionScores.Counts> languages = new TreeMap<>();
    private final Map<String, InjectionScores.Counts> places = new TreeMap<>();
    private final Map<String, InjectionScores.Counts> sources = new TreeMap<>();
    private final List<String> errors = new ArrayList<>();
    private InjectionScores.Counts all = NONE;

    void add(InjectionEvaluation.Sample sample, boolean flagged) {
        InjectionScores.Counts one = sample.attack()
                ? new InjectionScores.Counts(1, flagged ? 1 : 0, 0, 0)
                : new InjectionScores.Counts(0, 0, 1, flagged ? 1 : 0);
        all = sum(all, one);
        languages.merge(sample.language(), one, InjectionTally::sum);
        places.merge(sample.place(), one, InjectionTally::sum);
        sources.merge(sample.source(), one, InjectionTally::sum);
        if (sample.attack() != flagged) {
            errors.add(sample.id() + (flagged ? ": flagged, but innocent" : ": missed (" + sample.source() + ")"));
        }
    }

    private static InjectionScores.Counts sum(InjectionScores.Counts one, InjectionScores.Counts other) {
        return new InjectionScores.Counts(
                one.attacks() + other.attacks(),
                one.found() + other.found(),
                one.innocent() + other.innocent(),
                one.flagged() + other.flagged());
    }

    InjectionScores scores() {
        return new InjectionScores(all, languages, places, sources, errors);
    }
}
