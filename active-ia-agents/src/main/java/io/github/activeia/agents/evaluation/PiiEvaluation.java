package io.github.activeia.agents.evaluation;

import io.github.activeia.core.privacy.PiiRedactor;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Compares what finds personal data with labels. Thread-safe.
 *
 * <pre>{@code
 * PiiScores scores = PiiEvaluation.of(PiiRedactor.defaults()).evaluate(Path.of("evaluation/pii.jsonl"), "report");
 * scores.exactKinds().value();
 * }</pre>
 */
public final class PiiEvaluation {
    /** Every half of a file. */
    public static final String ALL = "all";

    private static final Set<String> PLAIN = Set.of("NAME", "EMAIL", "PHONE", "ADDRESS");

    private final PiiFinder finder;

    private PiiEvaluation(PiiFinder finder) {
        this.finder = finder;
    }

    /** Returns the evaluation of a redactor. */
    public static PiiEvaluation of(PiiRedactor redactor) {
        return of(PiiFinder.of(redactor));
    }

    /** Returns the evaluation of another way to find personal data. */
    public static PiiEvaluation of(PiiFinder finder) {
        return new PiiEvaluation(finder);
    }

    /**
     * Reads JSON Lines with {@code id}, {@code text}, {@code pii} (a list of objects with {@code kind} and {@code text}), {@code harmless} (a
     * list of texts that must stay) and {@code half}, and measures; a finding counts where kind and span are exactly those of a label.
     *
     * @param half {@code tune}, {@code report} or {@link #ALL}: the figures of messages that rules were tuned on say nothing
     * @throws io.github.activeia.core.ConfigurationException with every line that is broken, or if the file cannot be read
     */
    public PiiScores evaluate(Path file, String half) {
        PiiTally tally = new PiiTally(true);
        for (PiiFile.Message message : PiiFile.read(file)) {
            if (half.equals(ALL) || half.equals(message.half())) {
                tally.add(message, finder.find(message.text()));
            }
        }
        return tally.scores();
    }

    /**
     * Reads clinical letters as MEDDOCAN labels them, JSON Lines with {@code id}, {@code text} and {@code spans}, and measures; a finding
     * counts where it overlaps a label of its kind. Kinds that are no kinds of ours are left out; all ids are one kind, {@code ID}.
     *
     * @throws io.github.activeia.core.ConfigurationException with every line that is broken, or if the file cannot be read
     */
    public PiiScores evaluateMeddocan(Path file) {
        PiiTally tally = new PiiTally(false);
        for (PiiFile.Message message : PiiFile.readMeddocan(file)) {
            List<PiiFinder.Found> found = finder.find(message.text()).stream()
                    .map(f -> new PiiFinder.Found(PLAIN.contains(f.kind()) ? f.kind() : "ID", f.start(), f.end()))
                    .toList();
            tally.add(message, found);
        }
        return tally.scores();
    }
}
