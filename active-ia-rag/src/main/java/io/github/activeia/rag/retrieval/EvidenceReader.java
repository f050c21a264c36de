package io.github.activeia.rag.retrieval;

import io.github.activeia.rag.analysis.TextAnalysis;
import io.github.activeia.rag.store.Candidate;
import io.github.activeia.rag.store.Vocabulary;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Reads the {@link Evidence} from a search. */
final class EvidenceReader {
    private static final int LOOK_AT = 5;
    private static final int AGREE_AMONG = 10;
    private static final int MAX_WORDS = 64;

    private final TextAnalysis words = TextAnalysis.words();
    private final List<TextAnalysis> languages = List.of(TextAnalysis.of("es"), TextAnalysis.of("en"));
    private final Set<String> asking = AskingWords.load();

    Evidence read(HybridRetriever.Search search, List<Ranked> ranked) {
        List<Candidate> candidates = search.candidates();
        if (candidates.isEmpty()) {
            return new Evidence(0, 0, 0, 0, 1, 0, 0, 0, 0, 0);
        }
        Map<String, Double> weights = weights(search);
        double mass = weights.values().stream().mapToDouble(w -> w).sum();
        List<Double> coverage = ranked.stream()
                .limit(LOOK_AT)
                .map(r -> coverage(weights, mass, r.chunk().searchText()))
                .toList();
        double[] lexical = Fusion.standardised(candidates, Candidate::lexical);
        double[] cosine = Fusion.standardised(candidates, Candidate::cosine);
        int byWords = highest(lexical);
        return new Evidence(
                coverage.get(0),
                coverage.stream().mapToDouble(c -> c).max().orElse(0),
                mass == 0 ? 0 : candidates.get(byWords).lexical() / mass,
                lexical[byWords],
                unknown(weights, search.vocabulary()),
                Math.log1p(weights.size()),
                candidates.stream().mapToDouble(Candidate::cosine).max().orElse(0),
                cosine[highest(cosine)],
                cosine[byWords],
                agreement(candidates));
    }

    /** Returns the words of the question that say what it is about, each with its inverse document frequency. */
    private Map<String, Double> weights(HybridRetriever.Search search) {
        Vocabulary vocabulary = search.vocabulary();
        int chunks = vocabulary.chunks();
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String word : Set.copyOf(words.terms(search.text()))) {
            if (weights.size() < MAX_WORDS && isOwn(word)) {
                int frequency = Math.min(chunks, vocabulary.frequency(word));
                weights.put(word, Math.log1p((chunks - frequency + 0.5) / (frequency + 0.5)));
            }
        }
        return weights;
    }

    private boolean isOwn(String word) {
        return !asking.contains(word)
                && languages.stream().noneMatch(l -> l.terms(word).isEmpty());
    }

    private double coverage(Map<String, Double> weights, double mass, String passage) {
        if (mass == 0) {
            return 0;
        }
        double covered = 0;
        for (TextAnalysis language : languages) {
            Set<String> stems = new HashSet<>(language.terms(passage));
            double found = weights.entrySet().stream()
                    .filter(w -> stems.containsAll(language.terms(w.getKey())))
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
            covered = Math.max(covered, found);
        }
        return covered / mass;
    }

    private static double unknown(Map<String, Double> weights, Vocabulary vocabulary) {
        long missing = weights.keySet().stream()
                .filter(w -> vocabulary.frequency(w) == 0)
                .count();
        return weights.isEmpty() ? 1 : (double) missing / weights.size();
    }

    private static double agreement(List<Candidate> candidates) {
        Set<String> byWords = best(candidates, Candidate::lexical);
        Set<String> byMeaning = best(candidates, Candidate::cosine);
        long common = byWords.stream().filter(byMeaning::contains).count();
        return (double) common / Math.min(AGREE_AMONG, candidates.size());
    }

    private static Set<String> best(List<Candidate> candidates, ToDoubleFunction<Candidate> score) {
        return candidates.stream()
                .sorted(Comparator.comparingDouble(score).reversed())
                .limit(AGREE_AMONG)
                .map(c -> c.chunk().id())
                .collect(Collectors.toSet());
    }

    private static int highest(double[] values) {
        int highest = 0;
        for (int i = 1; i < values.length; i++) {
            highest = values[i] > values[highest] ? i : highest;
        }
        return highest;
    }
}
