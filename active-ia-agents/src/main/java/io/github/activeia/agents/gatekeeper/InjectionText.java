package io.github.activeia.agents.gatekeeper;

import io.github.activeia.agents.learning.Features;
import io.github.activeia.agents.learning.LinearClassifier;
import io.github.activeia.core.privacy.CodeSpans;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A text as the classifier of injections reads it. */
final class InjectionText {
    private static final long TWO = Features.hash("two:");
    private static final long WITHOUT = Features.hash("without:");
    private static final long THREE = Features.hash("three:");
    /** The first ideas of the list: the assistant, the one spoken to, its rules, its secrets, to drop and to reveal. */
    private static final int OUTSIDE = 6;

    private static final long[] FEW = outside(" few");
    private static final long[] MANY = outside(" many");
    private static final double STRONG = 3.0;
    private static final double PLAIN_ORDER = 1.5;
    private static final double UNADDRESSED = 0.5;
    private static final int SHORT_TEXT = 30;
    private static final int LONG_TEXT = 80;

    private final Words words;
    private final InjectionFeatures features;
    private final List<Sign> signs;
    private final List<InjectionWindows.Window> windows;
    private final int[][] counts;
    private final int[] strong;
    private final Surroundings around;

    private InjectionText(Words words, InjectionFeatures features, List<Sign> signs, Surroundings around) {
        this.words = words;
        this.features = features;
        this.signs = signs;
        this.strong = strong(words, signs);
        this.windows = InjectionWindows.of(words);
        this.counts = counts(words, features);
        this.around = around;
    }

    /**
     * A rule that fired.
     *
     * @param word the number of its first word
     */
    record Sign(int word, String rule, int start, int end, double score) {}

    static InjectionText of(String text, Lexicon lexicon, InjectionIdeas ideas) {
        return of(SeenText.of(text, lexicon), ideas);
    }

    static InjectionText of(SeenText seen, InjectionIdeas ideas) {
        Words words = seen.words();
        List<Hit> hits = seen.hits();
        CodeSpans code = seen.code();
        List<Quotes.Span> quotes = seen.quotes();
        List<Sign> signs = new ArrayList<>();
        for (Hit hit : hits) {
            if (hit.rule().kind().startsWith("injection")) {
                signs.add(new Sign(
                        hit.from(),
                        hit.rule().id(),
                        hit.start(),
                        hit.end(),
                        hit.rule().score()));
            }
        }
        signs.addAll(ideas.borders(seen.text(), words));
        signs.sort(Comparator.comparingInt(Sign::word));
        InjectionFeatures features = InjectionFeatures.of(words, hits, signs, quotes, code, ideas);
        boolean mentions = hits.stream().anyMatch(hit -> hit.rule().kind().equals("mention"));
        return new InjectionText(
                words, features, signs, new Surroundings(mentions, code.lines() > 0, !quotes.isEmpty()));
    }

    /** What else is in the text: words for a mention, code, quotations. */
    private record Surroundings(boolean mentions, boolean code, boolean quotes) {
        private boolean plain() {
            return !mentions && !code && !quotes;
        }
    }

    /** Returns how many strong rules begin before each word. */
    private static int[] strong(Words words, List<Sign> signs) {
        int[] counts = new int[words.size() + 1];
        for (Sign sign : signs) {
            counts[sign.word() + 1] += sign.score() >= STRONG ? 1 : 0;
        }
        for (int i = 0; i < words.size(); i++) {
            counts[i + 1] += counts[i];
        }
        return counts;
    }

    /** Returns the rules that fired within a window. */
    List<Sign> signs(InjectionWindows.Window window) {
        return signs.subList(firstSign(window.from()), firstSign(window.to()));
    }

    private int firstSign(int word) {
        int low = 0;
        int high = signs.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (signs.get(middle).word() < word) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    List<InjectionWindows.Window> windows() {
        return windows;
    }

    Words words() {
        return words;
    }

    /** Everything that is known of a window. */
    Features of(InjectionWindows.Window window) {
        Features all = shape(window);
        all.addAll(features.words(), window.from(), window.to(), scale(window));
        all.addAll(features.rules(), window.from(), window.to(), 1);
        return all;
    }

    private static double scale(InjectionWindows.Window window) {
        return 2 / Math.sqrt(Math.max(4, window.size()));
    }

    /** What is known of a window beside its words: its length, its surroundings, and which ideas come together in it. */
    private Features shape(InjectionWindows.Window window) {
        Features shape = new Features();
        shape.add("bias", 1);
        int size = window.size();
        shape.add("length " + (size < 4 ? 0 : size < 8 ? 1 : size < 14 ? 2 : size < 24 ? 3 : 4), 1);
        int all = words.size();
        shape.add(all < SHORT_TEXT ? "short" : all < LONG_TEXT ? "middle" : "long", 1);
        if (around.code()) {
            shape.add("with code", 1);
        }
        if (around.quotes()) {
            shape.add("with quotes", 1);
        }
        if (words.inQuestion(window.to() - 1)) {
            shape.add("asks", 1);
        }
        addIdeas(window, shape);
        addSurroundings(window, shape);
        return shape;
    }

    private void addIdeas(InjectionWindows.Window window, Features shape) {
        BitSet ideas = new BitSet();
        for (int i = window.from(); i < window.to(); i++) {
            ideas.or(features.ideas(i));
        }
        for (int a = ideas.nextSetBit(0); a >= 0; a = ideas.nextSetBit(a + 1)) {
            for (int none = ideas.nextClearBit(0); none < OUTSIDE; none = ideas.nextClearBit(none + 1)) {
                shape.add(Features.hash(Features.hash(WITHOUT, (char) none), (char) a), 0.3);
            }
            for (int b = ideas.nextSetBit(a + 1); b >= 0; b = ideas.nextSetBit(b + 1)) {
                shape.add(Features.hash(Features.hash(TWO, (char) a), (char) b), 0.3);
                long begun = Features.hash(Features.hash(THREE, (char) a), (char) b);
                for (int c = ideas.nextSetBit(b + 1); c >= 0; c = ideas.nextSetBit(c + 1)) {
                    shape.add(Features.hash(begun, (char) c), 0.15);
                }
            }
        }
    }

    /** A text that speaks of assistants or rules all over is rather about them than to one. */
    private void addSurroundings(InjectionWindows.Window window, Features shape) {
        for (int idea = 0; idea < OUTSIDE; idea++) {
            int outside = counts[idea][words.size()] - counts[idea][window.to()] + counts[idea][window.from()];
            if (outside > 0) {
                shape.add(outside < 3 ? FEW[idea] : MANY[idea], 1);
            }
        }
    }

    private static long[] outside(String count) {
        return IntStream.range(0, OUTSIDE)
                .mapToLong(idea -> Features.hash("outside " + idea + count))
                .toArray();
    }

    private static int[][] counts(Words words, InjectionFeatures features) {
        int[][] counts = new int[OUTSIDE][words.size() + 1];
        for (int idea = 0; idea < OUTSIDE; idea++) {
            for (int i = 0; i < words.size(); i++) {
                counts[idea][i + 1] = counts[idea][i] + (features.ideas(i).get(idea) ? 1 : 0);
            }
        }
        return counts;
    }

    /** Returns the logarithm of the odds of each window. */
    double[] scores(LinearClassifier model) {
        double[] perWord = sums(model.contributions(features.words(), 1, words.size()));
        double[] perRule = sums(model.contributions(features.rules(), 1, words.size()));
        double[] found = new double[windows.size()];
        for (int i = 0; i < found.length; i++) {
            InjectionWindows.Window window = windows.get(i);
            double[] shape = model.scores(shape(window));
            found[i] = plainOrder(window)
                    - unaddressed(window)
                    + shape[1]
                    - shape[0]
                    + 2
                            * (scale(window) * (perWord[window.to()] - perWord[window.from()])
                                    + perRule[window.to()]
                                    - perRule[window.from()]);
        }
        return found;
    }

    /** A strong rule weighs more where nothing speaks for a mention: no quotation, no code, no word for an example or a question. */
    private double plainOrder(InjectionWindows.Window window) {
        return around.plain() && strong[window.to()] > strong[window.from()] ? PLAIN_ORDER : 0;
    }

    /** Without a strong rule, and without the assistant's rules or secrets in it, a window needs more: trigger words are in every domain. */
    private double unaddressed(InjectionWindows.Window window) {
        boolean addressed = has(InjectionIdeas.YOU, window) || has(InjectionIdeas.ASSISTANT, window);
        boolean ruled = has(InjectionIdeas.RULES, window) || has(InjectionIdeas.SECRET, window);
        return strong[window.to()] > strong[window.from()] || (addressed && ruled) ? 0 : UNADDRESSED;
    }

    private boolean has(int idea, InjectionWindows.Window window) {
        return counts[idea][window.to()] > counts[idea][window.from()];
    }

    private static double[] sums(double[] parts) {
        double[] sums = new double[parts.length + 1];
        for (int i = 0; i < parts.length; i++) {
            sums[i + 1] = sums[i] + parts[i];
        }
        return sums;
    }
}
