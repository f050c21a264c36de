package io.github.activeia.agents.evaluation;

import io.github.activeia.agents.leak.LeakDetector;
import io.github.activeia.agents.leak.LeakFit;
import io.github.activeia.agents.leak.LeakWatch;
import io.github.activeia.agents.safety.Segments;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.knowledge.SolutionIndex.StoredSolution;
import java.util.ArrayList;
import java.util.List;

/** Shows labelled replies to {@link LeakFit}, as a gate sees them: segment by segment. Not thread-safe. */
public final class LeakTraining {
    private final LeakFit fit = new LeakFit();
    private final List<StoredSolution> stored = new ArrayList<>();
    private final LeakDetector detector =
            LeakDetector.of((course, text, most) -> stored.stream().limit(most).toList());

    /** Creates one that has shown nothing. Loads word lists: keep the instance. */
    public LeakTraining() {}

    /** Shows a reply of an author. */
    public void add(String author, LeakCase one) {
        stored.clear();
        for (String solution : one.task().solutions()) {
            stored.add(new StoredSolution("solution-" + stored.size(), solution, "solution"));
        }
        List<LeakFit.Turn> turns = new ArrayList<>();
        List<String> told = new ArrayList<>(one.told());
        for (String reply : one.replies()) {
            CoursePolicy policy = CoursePolicy.builder()
                    .maxHelpLevel(HelpLevel.SPECIFIC)
                    .allowCodeSnippets(one.setting().snippets())
                    .build();
            LeakWatch watch = detector.watch(
                    LeakEvaluation.exchange(one, told), one.setting().level(), policy);
            turns.add(new LeakFit.Turn(watch, beginnings(reply)));
            told.add(reply);
        }
        fit.add(author, one.label().leak(), turns);
    }

    private static List<String> beginnings(String reply) {
        Segments segments = new Segments();
        List<String> parts = new ArrayList<>(segments.add(reply));
        parts.add(segments.rest());
        List<String> beginnings = new ArrayList<>();
        StringBuilder read = new StringBuilder();
        for (String part : parts) {
            read.append(part);
            if (!part.isBlank() || beginnings.isEmpty()) {
                beginnings.add(read.toString());
            }
        }
        return beginnings;
    }

    /** Returns what has seen the replies. */
    public LeakFit fit() {
        return fit;
    }
}
