package io.github.activeia.agents.leak;

import io.github.activeia.agents.leak.LeakFit.Reply;
import io.github.activeia.agents.leak.MannerWords.Token;
import io.github.activeia.agents.learning.Example;
import io.github.activeia.agents.learning.Features;
import io.github.activeia.agents.learning.Fitting;
import io.github.activeia.agents.learning.LinearClassifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Learns how leaks speak. The words that stand for themselves are those that several authors use often, whatever they write about. */
final class MannerFit {
    private static final int WORD_REPLIES = 25;
    private static final int WORD_AUTHORS = 3;
    private static final int FEATURE_REPLIES = 3;
    private static final int KEPT = 8_000;
    private static final Fitting FITTING = new Fitting(25, 0.03, 0.001, 1);

    private final List<Reply> replies;
    private final Set<String> words;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /** Of each reply, each beginning and each sentence: the numbers of its features. */
    private final List<List<List<int[]>>> features = new ArrayList<>();

    MannerFit(List<Reply> replies) {
        this.replies = replies;
        words = words(replies);
        for (Reply reply : replies) {
            Map<List<Token>, int[]> read = new HashMap<>();
            features.add(reply.beginnings().stream()
                    .map(beginning -> beginning.sentences().stream()
                            .map(sentence -> read.computeIfAbsent(sentence, s -> features(s, beginning.level())))
                            .toList())
                    .toList());
        }
    }

    /** What was learnt. */
    static final class Learnt {
        private final boolean[] kept;
        private final double[] weights;

        /**
         * Keeps it.
         *
         * @param kept whether a feature, by its number, is one that counts
         * @param weights of each feature and, at the end, of none
         */
        private Learnt(boolean[] kept, double[] weights) {
            this.kept = kept;
            this.weights = weights;
        }
    }

    private static Set<String> words(List<Reply> replies) {
        Map<String, Integer> uses = new HashMap<>();
        Map<String, Set<String>> authors = new HashMap<>();
        for (Reply reply : replies) {
            reply.beginnings().stream()
                    .flatMap(beginning -> beginning.sentences().stream())
                    .flatMap(List::stream)
                    .filter(token -> !token.word().equals(token.role()))
                    .map(Token::word)
                    .distinct()
                    .forEach(word -> {
                        uses.merge(word, 1, Integer::sum);
                        authors.computeIfAbsent(word, w -> new HashSet<>()).add(reply.author());
                    });
        }
        return authors.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= WORD_AUTHORS)
                .map(Map.Entry::getKey)
                .filter(word -> uses.getOrDefault(word, 0) >= WORD_REPLIES)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private int[] features(List<Token> sentence, int level) {
        Set<Integer> found = new TreeSet<>();
        new MannerFeatures(words, level)
                .add(
                        sentence,
                        (half, mood, first, gap, second) ->
                                found.add(number(String.join(" ", half, mood, first, gap, second))));
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private int number(String name) {
        return numbers.computeIfAbsent(name, added -> {
            names.add(added);
            return names.size() - 1;
        });
    }

    /** Learns from some of the replies: from all features that are not rare, and then again from those that say most. */
    Learnt learn(List<Integer> chosen) {
        boolean[] common = common(chosen);
        double[] all = fit(chosen, common);
        boolean[] kept = new boolean[names.size()];
        IntStream.range(0, kept.length)
                .filter(number -> common[number])
                .boxed()
                .sorted(Comparator.comparingDouble(number -> -Math.abs(all[number])))
                .limit(KEPT)
                .forEach(number -> kept[number] = true);
        return new Learnt(kept, fit(chosen, kept));
    }

    /** Returns what {@link MannerWeights} reads. */
    List<String> lines(Learnt learnt) {
        List<String> lines = new ArrayList<>();
        lines.add("bias " + decimal(learnt.weights[names.size()]));
        lines.add("words " + String.join(" ", words));
        IntStream.range(0, names.size())
                .filter(number -> learnt.kept[number])
                .mapToObj(number -> decimal(learnt.weights[number]) + " " + names.get(number))
                .sorted(Comparator.comparing(line -> line.substring(line.indexOf(' '))))
                .forEach(lines::add);
        return lines;
    }

    private static String decimal(double weight) {
        return String.format(Locale.ROOT, "%.3f", weight);
    }

    /** Returns how each beginning of a reply speaks. */
    double[] shares(int reply, Learnt learnt) {
        return features.get(reply).stream()
                .mapToDouble(
                        beginning -> Manner.share(bag(beginning, learnt.kept).score(learnt.weights)))
                .toArray();
    }

    private boolean[] common(List<Integer> chosen) {
        int[] uses = new int[names.size()];
        for (int reply : chosen) {
            Set<Integer> own = new HashSet<>();
            features.get(reply)
                    .forEach(beginning ->
                            beginning.forEach(sentence -> IntStream.of(sentence).forEach(own::add)));
            own.forEach(number -> uses[number]++);
        }
        boolean[] common = new boolean[uses.length];
        for (int number = 0; number < uses.length; number++) {
            common[number] = uses[number] >= FEATURE_REPLIES;
        }
        return common;
    }

    private static MannerBag bag(List<int[]> sentences, boolean[] kept) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int[] sentence : sentences) {
            for (int number : sentence) {
                if (kept[number]) {
                    counts.merge(number, 1, Integer::sum);
                }
            }
        }
        return MannerBag.of(counts);
    }

    /** Learns from whole replies: how their beginnings speak would blur it. */
    private double[] fit(List<Integer> chosen, boolean[] kept) {
        List<Example> examples = new ArrayList<>();
        for (int reply : chosen) {
            List<List<int[]>> beginnings = features.get(reply);
            MannerBag whole = bag(beginnings.get(beginnings.size() - 1), kept);
            examples.add(
                    new Example(whole.features(kept.length), replies.get(reply).leak() ? 1 : 0));
        }
        return weights(LinearClassifier.fit(examples, 2, FITTING), kept);
    }

    private static double[] weights(LinearClassifier classifier, boolean[] kept) {
        double[] weights = new double[kept.length + 1];
        for (int number = 0; number < weights.length; number++) {
            if (number == kept.length || kept[number]) {
                Features one = new Features(1);
                one.add((long) number, 1);
                double[] scores = classifier.scores(one);
                weights[number] = scores[1] - scores[0];
            }
        }
        return weights;
    }
}
