package io.github.activeia.agents.tutor;

import io.github.activeia.agents.tutor.Excerpts.Excerpt;
import io.github.activeia.agents.writing.Start;
import io.github.activeia.core.CognitiveState;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.knowledge.Passage;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a reply may quote, and in which order.
 *
 * @param request what is answered
 * @param terms cuts a text into its words
 * @param found what can be quoted, best first
 */
record Quotations(TutorRequest request, Terms terms, List<Excerpt> found) {
    /** A second quote must say at least this share of what the best one says. */
    private static final double SECOND = 0.55;

    /** Where the best was told already, what is quoted in its stead must say at least this share of it. */
    private static final double NEXT = 0.35;

    /** So many words of the question make a subject that two documents can share. */
    private static final int FEWEST_WORDS = 2;

    private static final double FORMULA = 0.5;
    private static final Comparator<Excerpt> BEST_FIRST =
            Comparator.comparingDouble(Excerpt::score).reversed();

    static Quotations of(TutorRequest request, Excerpts excerpts) {
        return new Quotations(
                request, excerpts.terms(), excerpts.find(request.question(), request.passages(), request.activity()));
    }

    /** Returns them in the order in which to begin with them. A concept is looked up where it is, not where its document begins. */
    List<Excerpt> beginnings(Move move, Start start) {
        if (move == Move.EXPLAIN) {
            return found;
        }
        return found.stream()
                .map(e -> e.times(start.weight(passage(e), request.question())))
                .sorted(BEST_FIRST)
                .toList();
    }

    /** Returns what was not quoted yet in this conversation, as long as it says enough. */
    List<Excerpt> untold(Move move) {
        List<Excerpt> untold = Told.in(request).without(found).stream()
                .filter(e -> e.number() == found.get(0).number()
                        || e.score() >= found.get(0).score() * NEXT)
                .toList();
        return asksAboutWork(move) && !untold.isEmpty() ? lessFormulas(untold) : untold;
    }

    private static boolean asksAboutWork(Move move) {
        return move == Move.REVIEW || move == Move.QUESTION;
    }

    private static boolean hasFormula(Excerpt excerpt) {
        return excerpt.continued().indexOf('$') >= 0;
    }

    /** A formula would often be just what is missing in the student's own work, so that words of the same document come before it. */
    private List<Excerpt> lessFormulas(List<Excerpt> untold) {
        String source = passage(untold.get(0)).document().source();
        return untold.stream()
                .map(e -> e.times(hasFormula(e) ? FORMULA : 1))
                .sorted(Comparator.comparing((Excerpt e) ->
                                !source.equals(passage(e).document().source()))
                        .thenComparing(BEST_FIRST))
                .toList();
    }

    /** Returns a second one that goes with the first. */
    Optional<Excerpt> second(Move move, List<Excerpt> untold) {
        boolean wanted = move == Move.EXPLAIN || request.level().compareTo(HelpLevel.STRATEGY) >= 0;
        if (!wanted || move == Move.COMFORT) {
            return Optional.empty();
        }
        Excerpt best = untold.get(0);
        return untold.stream()
                .skip(1)
                .filter(e -> e.score() >= best.score() * SECOND)
                .filter(e -> !best.continued().contains(e.sentence()))
                .filter(e -> !asksAboutWork(move) || !hasFormula(e))
                .filter(e -> goesWith(best, e))
                .findFirst();
    }

    /** It is of the same document, or at least of the same unit, and about the same words of the question. */
    private boolean goesWith(Excerpt best, Excerpt other) {
        Passage.Document first = passage(best).document();
        Passage.Document second = passage(other).document();
        Set<String> subject = asked(best);
        if (first.source().equals(second.source())) {
            return subject.isEmpty()
                    ? best.number() == other.number()
                    : !asked(other).isEmpty();
        }
        boolean enough = subject.size() >= FEWEST_WORDS || subject.equals(terms.of(request.question()));
        return enough
                && Objects.equals(first.unit(), second.unit())
                && asked(other).containsAll(subject);
    }

    /** Returns the words of the question that it has. */
    private Set<String> asked(Excerpt excerpt) {
        Set<String> asked = terms.of(request.question());
        return terms.of(excerpt.sentence()).stream().filter(asked::contains).collect(Collectors.toSet());
    }

    /** Returns the common mistake that the material warns of, for one who looks for a mistake. */
    Optional<Excerpt> mistake(Excerpt best) {
        CognitiveState state = request.reading().state();
        if (state != CognitiveState.DEBUGGING && state != CognitiveState.STUCK) {
            return Optional.empty();
        }
        Told told = Told.in(request);
        return Lesson.of(passage(best)).mistakes().stream()
                .filter(text -> !told.has(text))
                .findFirst()
                .map(text -> new Excerpt(best.number(), text, text, 0));
    }

    private Passage passage(Excerpt excerpt) {
        return request.passages().get(excerpt.number() - 1);
    }
}
