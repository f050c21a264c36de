package io.github.activeia.agents.gatekeeper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules that fired on a message, by what they speak for; of each rule name only the best hit counts. */
final class Evidence {
    private final List<Hit> hits;

    private final Map<String, List<Hit>> byKind = new HashMap<>();

    Evidence(List<Hit> hits) {
        this.hits = List.copyOf(hits);
        for (Hit hit : hits) {
            byKind.computeIfAbsent(hit.rule().kind(), kind -> new ArrayList<>()).add(hit);
        }
    }

    private List<Hit> all(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** Returns all hits of some kinds. */
    List<Hit> all(String... kinds) {
        List<String> wanted = List.of(kinds);
        List<Hit> found = new ArrayList<>();
        for (Hit hit : hits) {
            if (wanted.contains(hit.rule().kind())) {
                found.add(hit);
            }
        }
        return found;
    }

    boolean has(String kind) {
        return byKind.containsKey(kind);
    }

    /** Returns the best hit of each rule name of a kind. */
    List<Hit> best(String kind) {
        return best(all(kind));
    }

    static List<Hit> best(Collection<Hit> candidates) {
        if (candidates.isEmpty()) {
            return new ArrayList<>();
        }
        Map<String, Hit> best = new LinkedHashMap<>();
        for (Hit hit : candidates) {
            best.merge(
                    hit.rule().id(), hit, (a, b) -> b.rule().score() > a.rule().score() ? b : a);
        }
        return new ArrayList<>(best.values());
    }

    double score(String kind) {
        return sum(best(kind));
    }

    static double sum(Collection<Hit> hits) {
        return hits.isEmpty()
                ? 0
                : hits.stream().mapToDouble(h -> h.rule().score()).sum();
    }

    /** Returns the evidence without hits that a condition refuses. */
    Evidence without(java.util.function.Predicate<Hit> refused) {
        return new Evidence(hits.stream().filter(refused.negate()).toList());
    }
}
