package io.github.activeia.agents.leak;

import io.github.activeia.agents.leak.LeakFit.Beginning;
import io.github.activeia.agents.leak.LeakFit.Reply;
import io.github.activeia.agents.leak.MannerWords.Token;
import io.github.activeia.agents.learning.SparseRow;
import io.github.activeia.agents.learning.SupportVectorFit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Learns how leaks speak, by a linear support vector machine. The words that stand for themselves are those that several authors use often,
 * whatever they write about.
 */
final class MannerFit {
    private static final int WORD_REPLIES = 15;
    private static final int WORD_AUTHORS = 4;
    private static final int ASKED_REPLIES = 25;
    private static final int FEATURE_REPLIES = 3;
    private static final int KEPT = 8_000;
    private static final double COST = 1;

    /** How much less the beginning of a good reply counts, which is good as well and keeps the fit from taking what is short for a leak. */
    private static final double BEGINNING = 0.15;

    private final List<Reply> replies;
    private final Set<String> words;
    private final Set<String> asked;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /** Of each reply and each beginning: the features. */
    private final List<List<MannerBag>> bags = new ArrayList<>();

    MannerFit(List<Reply> replies) {
        this.replies = replies;
        words = common(WORD_REPLIES, MannerFit::words);
        asked = common(ASKED_REPLIES, reply -> new HashSet<>(reply.asked().words()));
        replies.forEach(reply -> bags.add(bags(reply)));
    }

    /**
     * What was learnt.
     *
     * @param begun what a text is judged by while it is being written, which says nothing of where a sentence stands
     * @param whole what it is judged by at its end
     */
    record Learnt(Classifier begun, Classifier whole) {}

    /** A linear classifier. */
    static final class Classifier {
        private final double[] rarities;
        private final double[] weights;

        /**
         * Keeps it.
         *
         * @param rarities of each feature, 0 if it does not count
         * @param weights of each feature and, at the end, of none
         */
        private Classifier(double[] rarities, double[] weights) {
            this.rarities = rarities;
            this.weights = weights;
        }

        private double bias() {
            return weights[rarities.length];
        }

        private boolean counts(int number) {
            return rarities[number] > 0;
        }

        private double share(MannerBag bag) {
            return Manner.share(bag.row(rarities).times(weights) + bias());
        }
    }

    private static Set<String> words(Reply reply) {
        return reply.beginnings().stream()
                .flatMap(beginning -> beginning.sentences().stream())
                .flatMap(List::stream)
                .filter(token -> !token.word().equals(token.role()))
                .map(Token::word)
                .collect(Collectors.toSet());
    }

    /** Returns the words that enough replies of enough authors have. */
    private Set<String> common(int fewest, Function<Reply, Set<String>> of) {
        Map<String, Integer> uses = new HashMap<>();
        Map<String, Set<String>> authors = new HashMap<>();
        for (Reply reply : replies) {
            for (String word : of.apply(reply)) {
                uses.merge(word, 1, Integer::sum);
                authors.computeIfAbsent(word, w -> new HashSet<>()).add(reply.author());
            }
        }
        return authors.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= WORD_AUTHORS)
                .map(Map.Entry::getKey)
                .filter(word -> uses.getOrDefault(word, 0) >= fewest)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<MannerBag> bags(Reply reply) {
        List<String> counted = reply.asked().words().stream()
                .filter(asked::contains)
                .distinct()
                .toList();
        MannerFeatures features =
                new MannerFeatures(words, counted, reply.asked().asks());
        Map<List<Token>, MannerSentence> read = new HashMap<>();
        Map<MannerSentence, int[]> own = new HashMap<>();
        List<MannerBag> found = new ArrayList<>();
        for (Beginning beginning : reply.beginnings()) {
            List<MannerSentence> sentences = beginning.sentences().stream()
                    .filter(tokens -> !tokens.isEmpty())
                    .map(tokens -> read.computeIfAbsent(tokens, features::sentence))
                    .toList();
            List<int[]> all = new ArrayList<>();
            for (int at = 0; at < sentences.size(); at++) {
                MannerSentence sentence = sentences.get(at);
                Boolean before = at == 0 ? null : sentences.get(at - 1).asks();
                Boolean after = at + 1 == sentences.size()
                        ? null
                        : sentences.get(at + 1).asks();
                all.add(own.computeIfAbsent(sentence, s -> numbers(sink -> features.own(s, sink))));
                all.add(numbers(sink -> features.place(sentence, before, after, sink)));
            }
            found.add(MannerBag.of(all));
        }
        return found;
    }

    /** Something that gives features away. */
    private interface Source {
        void to(MannerFeatures.Sink sink);
    }

    private int[] numbers(Source source) {
        Set<Integer> found = new TreeSet<>();
        source.to((kind, first, second, third, fourth) ->
                found.add(number(String.join(" ", kind, first, second, third, fourth))));
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private int number(String name) {
        return numbers.computeIfAbsent(name, added -> {
            names.add(added);
            return names.size() - 1;
        });
    }

    /** Learns from some of the replies. */
    Learnt learn(List<Integer> chosen) {
        double[] rarities = rarities(chosen);
        double[] own = rarities.clone();
        for (int number = 0; number < own.length; number++) {
            own[number] = MannerFeatures.isPlaced(names.get(number)) ? 0 : own[number];
        }
        return new Learnt(classifier(chosen, own), classifier(chosen, rarities));
    }

    /** Learns from all features that are not rare, and then again from those that say most. */
    private Classifier classifier(List<Integer> chosen, double[] rarities) {
        double[] all = fit(chosen, rarities);
        double[] kept = new double[rarities.length];
        IntStream.range(0, kept.length)
                .filter(number -> rarities[number] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(number -> -Math.abs(all[number])))
                .limit(KEPT)
                .forEach(number -> kept[number] = rarities[number]);
        return new Classifier(kept, fit(chosen, kept));
    }

    /** Returns what {@link MannerWeights} reads. */
    List<String> lines(Learnt learnt) {
        Classifier begun = learnt.begun;
        Classifier whole = learnt.whole;
        List<String> lines = new ArrayList<>();
        lines.add("bias " + decimal(begun.bias()) + " " + decimal(whole.bias()));
        lines.add("words " + String.join(" ", words));
        lines.add("asked " + String.join(" ", asked));
        IntStream.range(0, names.size())
                .filter(number -> begun.counts(number) || whole.counts(number))
                .boxed()
                .sorted(Comparator.comparing(names::get))
                .map(number -> decimal(begun.weights[number]) + " " + decimal(whole.weights[number]) + " "
                        + decimal(Math.max(begun.rarities[number], whole.rarities[number])) + " " + names.get(number))
                .forEach(lines::add);
        return lines;
    }

    private static String decimal(double weight) {
        return String.format(Locale.ROOT, "%.3f", weight);
    }

    /** Returns how each beginning of a reply speaks, as one that goes on and, in the second row, as a whole text. */
    double[][] shares(int reply, Learnt learnt) {
        return new double[][] {
            bags.get(reply).stream().mapToDouble(learnt.begun::share).toArray(),
            bags.get(reply).stream().mapToDouble(learnt.whole::share).toArray()
        };
    }

    private MannerBag whole(int reply) {
        List<MannerBag> beginnings = bags.get(reply);
        return beginnings.get(beginnings.size() - 1);
    }

    /** Returns the logarithm of how many replies there are to one that has a feature, 0 for what hardly any has. */
    private double[] rarities(List<Integer> chosen) {
        int[] uses = new int[names.size()];
        for (int reply : chosen) {
            for (int number : whole(reply).numbers()) {
                uses[number]++;
            }
        }
        double[] rarities = new double[uses.length];
        for (int number = 0; number < uses.length; number++) {
            rarities[number] =
                    uses[number] < FEATURE_REPLIES ? 0 : StrictMath.log(chosen.size() / (double) uses[number]);
        }
        return rarities;
    }

    /** Learns from whole replies, and from how good ones begin: how leaks begin would blur it. */
    private double[] fit(List<Integer> chosen, double[] rarities) {
        List<SparseRow> rows = new ArrayList<>();
        List<Boolean> leaks = new ArrayList<>();
        List<Double> costs = new ArrayList<>();
        for (int reply : chosen) {
            boolean leak = replies.get(reply).leak();
            rows.add(whole(reply).row(rarities));
            leaks.add(leak);
            costs.add(COST);
            if (!leak && bags.get(reply).size() > 1) {
                rows.add(bags.get(reply).get(0).row(rarities));
                leaks.add(false);
                costs.add(COST * BEGINNING);
            }
        }
        return SupportVectorFit.fit(rows, leaks, costs, rarities.length);
    }
}
