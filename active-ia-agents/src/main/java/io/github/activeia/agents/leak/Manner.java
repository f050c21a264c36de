package io.github.activeia.agents.leak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Weighs how a reply speaks while it grows, by a linear classifier: whether it tells what only the solution says, or asks and sets to work.
 * Used by one thread at a time.
 */
final class Manner {
    private static final int[] NONE = new int[0];

    /** What the first counts are worth. */
    private static final double[] WORTH =
            IntStream.range(0, 64).mapToDouble(Manner::worth).toArray();

    private final MannerWeights weights;
    private final Known known;
    private final MannerFeatures features;
    private final List<Piece> read = new ArrayList<>();
    private final List<MannerSentence> sentences = new ArrayList<>();
    private final short[] counts;
    private int[] found = new int[256];
    private int size;
    private int secrets;
    private int[] lastPlace = NONE;
    private final Score begun = new Score();
    private final Score whole = new Score();

    Manner(MannerWeights weights, Known known) {
        this.weights = weights;
        this.known = known;
        this.features = weights.features(known);
        this.counts = new short[weights.size()];
    }

    /** The products with the weights, and the squares of what they were multiplied with. */
    private static final class Score {
        private double sum;
        private double squares;

        private void change(double weight, double before, double after) {
            if (weight != 0) {
                sum += weight * (after - before);
                squares += after * after - before * before;
            }
        }

        private void clear() {
            sum = 0;
            squares = 0;
        }

        private double share(double bias) {
            return Manner.share(bias + sum / length(squares));
        }
    }

    /**
     * How much a text speaks like a leak, 0 to 1.
     *
     * @param begun if it goes on
     * @param whole if it ends here
     */
    record Shares(double begun, double whole) {}

    /** Reads how a text speaks. What it grew by is read, unless its beginning or the solutions changed. */
    Shares of(List<Piece> pieces, Collection<Secret> now, PieceReader reader) {
        boolean grown =
                secrets == now.size() && pieces.size() >= read.size() && read.equals(pieces.subList(0, read.size()));
        if (!grown) {
            forget();
        }
        secrets = now.size();
        MannerWords words = new MannerWords(known, now, weights.words());
        for (Piece piece : pieces.subList(read.size(), pieces.size())) {
            read.add(piece);
            List<MannerWords.Token> spoken = words.read(piece, reader);
            if (!spoken.isEmpty()) {
                add(features.sentence(spoken));
            }
        }
        return new Shares(begun.share(weights.bias(false)), whole.share(weights.bias(true)));
    }

    /** Returns a score as a number from 0 to 1: what is learnt from lies at -1 or below, or at 1 or above. */
    static double share(double score) {
        return Math.min(1, Math.max(0, (score + 1) / 2));
    }

    /** Returns what the values are divided by. */
    static double length(double squares) {
        return squares <= 0 ? 1 : Math.sqrt(squares);
    }

    private void forget() {
        read.clear();
        sentences.clear();
        Arrays.fill(counts, (short) 0);
        lastPlace = NONE;
        begun.clear();
        whole.clear();
    }

    /** Adds a sentence: the one before it is the last no more. */
    private void add(MannerSentence sentence) {
        int at = sentences.size();
        change(lastPlace, -1);
        if (at > 0) {
            change(placed(at - 1, sentence.asks()), 1);
        }
        sentences.add(sentence);
        begin();
        features.own(sentence, this::find);
        change(end(), 1);
        lastPlace = placed(at, null);
        change(lastPlace, 1);
    }

    private int[] placed(int at, @Nullable Boolean after) {
        begin();
        Boolean before = at == 0 ? null : sentences.get(at - 1).asks();
        features.place(sentences.get(at), before, after, this::find);
        return end();
    }

    private void begin() {
        size = 0;
    }

    private void find(String kind, String first, String second, String third, String fourth) {
        int row = weights.row(MannerFeatures.hash(kind, first, second, third, fourth));
        if (row >= 0) {
            if (size == found.length) {
                found = Arrays.copyOf(found, 2 * size);
            }
            found[size++] = row;
        }
    }

    /** Returns the numbers of the features that were found, each once. */
    private int[] end() {
        Arrays.sort(found, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || found[i] != found[i - 1]) {
                found[kept++] = found[i];
            }
        }
        return Arrays.copyOf(found, kept);
    }

    /** Counts in how many sentences features are. */
    private void change(int[] rows, int by) {
        for (int row : rows) {
            double rarity = weights.rarity(row);
            double before = value(counts[row]) * rarity;
            counts[row] += (short) by;
            double after = value(counts[row]) * rarity;
            begun.change(weights.begun(row), before, after);
            whole.change(weights.whole(row), before, after);
        }
    }

    /** Returns what a count is worth: each time less. */
    static double value(int count) {
        return count < WORTH.length ? WORTH[count] : worth(count);
    }

    private static double worth(int count) {
        return count == 0 ? 0 : 1 + StrictMath.log(count);
    }
}
