package io.github.activeia.agents.leak;

import io.github.activeia.agents.leak.MannerWords.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Learns the weights of leak detection from labelled replies of several authors: first how leaks speak, then how much that and each kind of
 * evidence count, in a text that goes on and in a whole one. What is learnt of how they speak is judged on authors who were left out, so
 * that the second step does not trust it too much. As a text that goes on, each reply counts by its worst beginning, because a gate
 * judges every beginning. Not thread-safe.
 *
 * <pre>{@code
 * LeakFit fit = new LeakFit();
 * fit.add("A", true, List.of(new LeakFit.Turn(watch, beginnings)));
 * fit.write(folder, LeakFit.Thresholds.defaults());
 * }</pre>
 */
public final class LeakFit {
    private static final List<String> HEAD = List.of(
            "# Weights of the kinds of evidence for a leak: two logistic regressions without negative weights, for a text that goes on and for one that",
            "# ends here. A name with + counts what lies above one half, twice. A name with _low counts at levels 1 and 2 only, _below at levels 1 to 3,",
            "# _near as far as the text comes near to a stored solution, _blind where none is known, _said where the student did not ask but said",
            "# something, such as a result. See docs/safety.md.",
            "# Learnt from labelled replies by: samples/lab/lab fit");

    private final List<Reply> replies = new ArrayList<>();
    private @Nullable MannerFit manner;
    private @Nullable EvidenceFit evidence;

    /** Creates one that has seen nothing. */
    public LeakFit() {}

    /**
     * One reply while it grew.
     *
     * @param watch what watches it, and nothing else
     * @param beginnings its text at the end of each segment, shortest first, at least one
     */
    public record Turn(LeakWatch watch, List<String> beginnings) {
        /** Copies the list. */
        public Turn {
            beginnings = List.copyOf(beginnings);
        }
    }

    /** What was seen of a reply when it was so long, and whether it was whole. */
    record Beginning(Map<String, Double> evidence, List<List<Token>> sentences, boolean whole) {}

    /** A reply, or several that belong together, with every beginning. */
    record Reply(String author, boolean leak, Asked asked, List<Beginning> beginnings) {}

    /** The words of the message that was answered, and whether it is a question. */
    record Asked(List<String> words, boolean asks) {}

    /**
     * Adds a reply, or several that follow each other.
     *
     * @param author who wrote it
     * @param leak whether it hands over the solution
     * @param turns at least one
     */
    public void add(String author, boolean leak, List<Turn> turns) {
        List<Beginning> seen = new ArrayList<>();
        for (Turn turn : turns) {
            LeakWatch watch = turn.watch();
            int left = turn.beginnings().size();
            for (String text : turn.beginnings()) {
                Map<String, Double> evidence = watch.read(text).evidence();
                seen.add(new Beginning(evidence, watch.sentences(text), --left == 0));
            }
        }
        LeakWatch last = turns.get(turns.size() - 1).watch();
        replies.add(new Reply(author, leak, last.asked(), seen));
        manner = null;
        evidence = null;
    }

    /** Returns how many replies were added. */
    public int size() {
        return replies.size();
    }

    /**
     * Learns from all replies, and writes {@code leak-manner.txt} and {@code leak-weights.txt}.
     *
     * @throws IOException if the folder cannot be written
     */
    public void write(Path folder, Thresholds thresholds) throws IOException {
        MannerFit manner = manner();
        EvidenceFit evidence = evidence();
        List<Integer> all = IntStream.range(0, replies.size()).boxed().toList();
        List<String> weights = new ArrayList<>(HEAD);
        weights.add(String.format(Locale.ROOT, "threshold %.2f", thresholds.threshold()));
        weights.add(String.format(Locale.ROOT, "close %.2f", thresholds.close()));
        weights.add(String.format(Locale.ROOT, "block %.3f", thresholds.block()));
        weights.addAll(evidence.lines(evidence.learn(all)));
        Files.write(folder.resolve("leak-weights.txt"), weights);
        Files.write(folder.resolve("leak-manner.txt"), manner.lines(manner.learn(all)));
    }

    /**
     * From which probability on a reply is stopped, each from 0 to 1.
     *
     * @param threshold when it is whole; before that it waits
     * @param close wherever it is
     * @param block so that its author is not asked to try again
     */
    public record Thresholds(double threshold, double close, double block) {
        /** Returns 0.50, 0.95 and 0.995. */
        public static Thresholds defaults() {
            return new Thresholds(0.50, 0.95, 0.995);
        }
    }

    /**
     * Judges every reply by weights that were learnt from the other authors. Other rules than the probability are left out.
     *
     * @return for each reply, in the order in which they were added, whether it is stopped
     */
    public List<Boolean> crossValidated(Thresholds thresholds) {
        EvidenceFit evidence = evidence();
        Boolean[] stopped = new Boolean[replies.size()];
        for (String author : authors()) {
            EvidenceFit.Learnt learnt = evidence.learn(indexes(author, false));
            indexes(author, true).forEach(reply -> stopped[reply] = evidence.stops(reply, learnt, thresholds));
        }
        return List.of(stopped);
    }

    private MannerFit manner() {
        MannerFit read = manner;
        if (read == null) {
            read = new MannerFit(replies);
            manner = read;
        }
        return read;
    }

    private EvidenceFit evidence() {
        EvidenceFit read = evidence;
        if (read == null) {
            read = new EvidenceFit(replies, leftOut(manner()));
            evidence = read;
        }
        return read;
    }

    /** Returns how each beginning of each reply speaks, by what was learnt from the other authors. */
    private List<double[][]> leftOut(MannerFit manner) {
        double[][][] shares = new double[replies.size()][][];
        for (String author : authors()) {
            MannerFit.Learnt learnt = manner.learn(indexes(author, false));
            indexes(author, true).forEach(reply -> shares[reply] = manner.shares(reply, learnt));
        }
        return List.of(shares);
    }

    private Set<String> authors() {
        return replies.stream().map(Reply::author).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Integer> indexes(String author, boolean own) {
        return IntStream.range(0, replies.size())
                .filter(reply -> replies.get(reply).author().equals(author) == own)
                .boxed()
                .toList();
    }
}
