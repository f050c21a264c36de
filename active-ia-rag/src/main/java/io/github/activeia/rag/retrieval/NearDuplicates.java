package io.github.activeia.rag.retrieval;

import io.github.activeia.rag.analysis.TextAnalysis;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Leaves out passages that say again, word for word, what a better one says. */
final class NearDuplicates {
    private static final int SHINGLE = 3;

    private final TextAnalysis words = TextAnalysis.words();
    private final double similarity;

    NearDuplicates(double similarity) {
        this.similarity = similarity;
    }

    /** Returns the first passages, best first, that are not nearly the same as one before. */
    List<Ranked> remove(List<Ranked> ranked, int most) {
        List<Ranked> kept = new ArrayList<>();
        List<Set<String>> seen = new ArrayList<>();
        for (Ranked passage : ranked) {
            if (kept.size() == most) {
                break;
            }
            Set<String> shingles = shingles(passage.chunk().text());
            if (seen.stream().noneMatch(before -> isSame(before, shingles))) {
                kept.add(passage);
                seen.add(shingles);
            }
        }
        return kept;
    }

    Set<String> shingles(String text) {
        List<String> terms = words.terms(text);
        Set<String> shingles = new HashSet<>();
        if (terms.size() < SHINGLE) {
            shingles.add(String.join(" ", terms));
        }
        for (int i = 0; i + SHINGLE <= terms.size(); i++) {
            shingles.add(terms.get(i) + ' ' + terms.get(i + 1) + ' ' + terms.get(i + 2));
        }
        return shingles;
    }

    /** The smaller set cannot have more in common with the larger one than its size. */
    private boolean isSame(Set<String> one, Set<String> other) {
        int smaller = Math.min(one.size(), other.size());
        int larger = Math.max(one.size(), other.size());
        return smaller >= similarity * larger && jaccard(one, other) >= similarity;
    }

    static double jaccard(Set<String> one, Set<String> other) {
        long common = one.stream().filter(other::contains).count();
        return (double) common / (one.size() + other.size() - common);
    }
}
