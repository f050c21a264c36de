package io.github.activeia.rag.retrieval;

import io.github.activeia.core.knowledge.Passage;
import io.github.activeia.rag.store.Chunk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Puts neighbours of one section together again, in the order of the document. */
final class Coherence {
    private static final Comparator<Ranked> READING_ORDER = Comparator.comparing(
                    (Ranked r) -> r.chunk().document().source())
            .thenComparing(r -> r.chunk().sectionId())
            .thenComparingInt(r -> r.chunk().position());

    private Coherence() {}

    /** Returns the passages best first; a run of neighbours is one passage, with the id and the score of its best chunk. */
    static List<Passage> join(List<Ranked> found) {
        List<List<Ranked>> runs = new ArrayList<>();
        for (Ranked next : found.stream().sorted(READING_ORDER).toList()) {
            if (runs.isEmpty() || !follows(last(runs), next)) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(next);
        }
        return runs.stream()
                .sorted(Comparator.comparing(Coherence::best, Ranked.BEST_FIRST))
                .map(Coherence::passage)
                .toList();
    }

    private static Ranked last(List<List<Ranked>> runs) {
        List<Ranked> run = runs.get(runs.size() - 1);
        return run.get(run.size() - 1);
    }

    private static boolean follows(Ranked before, Ranked next) {
        Chunk one = before.chunk();
        Chunk two = next.chunk();
        return one.document().source().equals(two.document().source())
                && one.sectionId().equals(two.sectionId())
                && one.position() + 1 == two.position();
    }

    private static Ranked best(List<Ranked> run) {
        return run.stream().min(Ranked.BEST_FIRST).orElseThrow();
    }

    private static Passage passage(List<Ranked> run) {
        Ranked best = best(run);
        Chunk first = run.get(0).chunk();
        String text = run.stream().map(r -> r.chunk().text()).collect(Collectors.joining("\n\n"));
        return new Passage(best.chunk().id(), text, best.score(), first.document(), first.sectionPath(), first.page());
    }
}
