package io.github.activeia.agents.leak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Weighs how a reply speaks while it grows, by a linear classifier: whether it tells what only the solution says, or asks and sets to work.
 * Used by one thread at a time.
 */
final class Manner {
    /** A score of so much, either way, is as sure as it gets. */
    private static final double SURE = 4;

    /** Of the sum of squares: a long text counts for more than a short one, but not as much more as it is longer. */
    private static final double ROOT = 0.25;

    private final MannerWeights weights;
    private final Known known;
    private final MannerFeatures features;
    private final List<Piece> read = new ArrayList<>();
    private final int[] counts;
    private final int[] seen;
    private int secrets;
    private double sum;
    private double squares;

    Manner(MannerWeights weights, Known known, int level) {
        this.weights = weights;
        this.known = known;
        this.features = new MannerFeatures(weights.words(), level);
        this.counts = new int[weights.size()];
        this.seen = new int[weights.size()];
    }

    /** Returns how much a text speaks like a leak, 0 to 1. What it grew by is read, unless its beginning or the solutions changed. */
    double of(List<Piece> pieces, Collection<Secret> now, PieceReader reader) {
        boolean grown =
                secrets == now.size() && pieces.size() >= read.size() && read.equals(pieces.subList(0, read.size()));
        if (!grown) {
            forget();
        }
        secrets = now.size();
        MannerWords words = new MannerWords(known, now, weights.words());
        for (Piece piece : pieces.subList(read.size(), pieces.size())) {
            read.add(piece);
            features.add(words.read(piece, reader), this::count);
        }
        return share(weights.bias() + sum / length(squares));
    }

    /** Returns a score as a number from 0 to 1. */
    static double share(double score) {
        return Math.min(1, Math.max(0, (score + SURE) / (2 * SURE)));
    }

    /** Returns what the values are divided by. */
    static double length(double squares) {
        return squares == 0 ? 1 : StrictMath.pow(squares, ROOT);
    }

    private void forget() {
        read.clear();
        Arrays.fill(counts, 0);
        Arrays.fill(seen, 0);
        sum = 0;
        squares = 0;
    }

    /** Counts in how many pieces a feature is. */
    private void count(String half, String mood, String first, String gap, String second) {
        int row = weights.row(MannerFeatures.hash(half, mood, first, gap, second));
        if (row < 0 || seen[row] == read.size()) {
            return;
        }
        seen[row] = read.size();
        double before = value(counts[row]);
        double after = value(++counts[row]);
        sum += weights.weight(row) * (after - before);
        squares += after * after - before * before;
    }

    /** Returns what a count is worth: each time less. */
    static double value(int count) {
        return count == 0 ? 0 : 1 + StrictMath.log(count);
    }
}
