package io.github.activeia.agents.tutor;

import io.github.activeia.agents.tutor.Excerpts.Excerpt;
import io.github.activeia.agents.writing.Composed;
import io.github.activeia.agents.writing.Place;
import io.github.activeia.agents.writing.Texts;
import io.github.activeia.agents.writing.WordList;
import io.github.activeia.core.CognitiveState;
import io.github.activeia.core.ContentType;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import java.util.Optional;

/**
 * Composes a reply from passages and question templates, without a model: where the student is, what the material says, the
 * question that leads on, and an invitation to try. Thread-safe.
 */
final class TutorComposer {
    /** A second quote must say at least this share of what the best one says. */
    private static final double SECOND = 0.55;

    private final Texts texts = Texts.named("tutor");
    private final Excerpts excerpts = new Excerpts(new Terms(WordList.words("stopwords")));
    private final Place place = new Place();

    Composed compose(TutorRequest request) {
        Move move = Move.of(request.reading());
        if (move == Move.CLARIFY) {
            return clarify(request);
        }
        if (request.passages().isEmpty()) {
            return plain(request);
        }
        Sheet sheet = new Sheet(texts, request);
        List<Excerpt> found = excerpts.find(request.question(), request.passages());
        boolean orienting = request.level() == HelpLevel.ORIENT || found.isEmpty();
        return orienting ? orient(sheet, move, request, found) : help(sheet, move, request, found);
    }

    Composed plain(TutorRequest request) {
        Move move = Move.of(request.reading());
        if (move == Move.CLARIFY) {
            return clarify(request);
        }
        Sheet sheet = new Sheet(texts, request);
        sheet.say("bare." + move.slot()).paragraph();
        return ask(sheet, move, HelpLevel.ORIENT).finish();
    }

    private Composed clarify(TutorRequest request) {
        Sheet sheet = new Sheet(texts, request);
        String asked = request.conversation().tutorQuestion();
        if (asked != null) {
            return sheet.say("again.clarify", "asked", asked)
                    .paragraph()
                    .say("question.clarify.again")
                    .finish();
        }
        return sheet.say("bare.clarify").say("question.clarify.1").finish();
    }

    /** Level 1: where to look and what to ask oneself; not a word of what the material says. */
    private Composed orient(Sheet sheet, Move move, TutorRequest request, List<Excerpt> found) {
        int marker = found.isEmpty() ? 1 : found.get(0).number();
        Passage best = request.passages().get(marker - 1);
        String topic = place.topic(best);
        boolean asks = topic != null && topic.endsWith("?");
        boolean names = topic != null && !asks;
        sheet.say("open." + move.slot(), "place", place.of(best, request.locale()))
                .point(move.pointer() + (names ? ".section" : ".document"), marker, "*" + topic + "*")
                .paragraph();
        Optional<String> authored = authored(move, request, best);
        if (authored.isPresent()) {
            return sheet.quoteTeacher(authored.get()).say(invite(sheet, move)).finish();
        }
        if (topic != null && asks && move == Move.EXPLAIN) {
            return sheet.say("heading", "heading", topic)
                    .say(invite(sheet, move))
                    .finish();
        }
        return ask(sheet, move, HelpLevel.ORIENT).finish();
    }

    /** Levels 2 to 4: what the material says, then the question. */
    private Composed help(Sheet sheet, Move move, TutorRequest request, List<Excerpt> found) {
        Excerpt best = found.get(0);
        Passage passage = request.passages().get(best.number() - 1);
        sheet.say("open." + move.slot(), "place", place.of(passage, request.locale()));
        String words = move == Move.EXPLAIN ? best.continued() : best.sentence();
        sheet.quote("lead." + type(passage), best.number(), words);
        second(move, request, found).ifPresent(e -> sheet.quote("more", e.number(), e.sentence()));
        mistake(request, best).ifPresent(e -> sheet.quote("mistake", e.number(), e.sentence()));
        sheet.paragraph();
        strategy(sheet, move, request, best.number());
        Optional<String> authored = authored(move, request, passage);
        if (authored.isPresent()) {
            return sheet.quoteTeacher(authored.get()).say(invite(sheet, move)).finish();
        }
        sheet.sayOneOf(questions(sheet, move, request.level(), type(passage)));
        return sheet.say(invite(sheet, move)).finish();
    }

    private Optional<Excerpt> second(Move move, TutorRequest request, List<Excerpt> found) {
        boolean wanted = move == Move.EXPLAIN || request.level().compareTo(HelpLevel.STRATEGY) >= 0;
        boolean allowed = move != Move.COMFORT && !request.reading().strict();
        if (!wanted || !allowed) {
            return Optional.empty();
        }
        Excerpt best = found.get(0);
        return found.stream()
                .skip(1)
                .filter(e -> e.score() >= best.score() * SECOND)
                .filter(e -> !best.continued().contains(e.sentence()))
                .findFirst();
    }

    /** The teacher's own question leads on; it does not comfort, review or look back. */
    private static Optional<String> authored(Move move, TutorRequest request, Passage quoted) {
        boolean leads = move == Move.EXPLAIN || move == Move.GUIDE || move == Move.QUESTION;
        return leads ? GuidingQuestion.of(request, quoted) : Optional.empty();
    }

    private static Optional<Excerpt> mistake(TutorRequest request, Excerpt best) {
        CognitiveState state = request.reading().state();
        if (state != CognitiveState.DEBUGGING && state != CognitiveState.STUCK) {
            return Optional.empty();
        }
        List<String> mistakes =
                Lesson.of(request.passages().get(best.number() - 1)).mistakes();
        return mistakes.stream().findFirst().map(text -> new Excerpt(best.number(), text, text, 0));
    }

    private void strategy(Sheet sheet, Move move, TutorRequest request, int used) {
        boolean guided = move == Move.GUIDE || move == Move.REFLECT;
        if (!guided || request.reading().strict() || request.level().compareTo(HelpLevel.STRATEGY) < 0) {
            return;
        }
        sheet.say("strategy." + move.slot());
        if (request.level() == HelpLevel.SPECIFIC) {
            example(request, used)
                    .ifPresent(n -> sheet.pointAt(
                            "example", n, place.of(request.passages().get(n - 1), request.locale())));
        }
    }

    private static Optional<Integer> example(TutorRequest request, int used) {
        for (int n = 1; n <= request.passages().size(); n++) {
            if (n != used && request.passages().get(n - 1).document().contentType() == ContentType.EXAMPLE) {
                return Optional.of(n);
            }
        }
        return Optional.empty();
    }

    private Sheet ask(Sheet sheet, Move move, HelpLevel level) {
        return sheet.sayOneOf(questions(sheet, move, level, "")).say(invite(sheet, move));
    }

    /** Returns the slots that fit: that of the level, or the nearest below, and that of the kind of material. */
    private static List<String> questions(Sheet sheet, Move move, HelpLevel level, String type) {
        String slot = "question." + move.slot() + ".";
        int number = level.number();
        while (number > 1 && !sheet.has(slot + number)) {
            number--;
        }
        return sheet.has(slot + type) ? List.of(slot + type, slot + number) : List.of(slot + number);
    }

    private static String invite(Sheet sheet, Move move) {
        String slot = "invite." + move.slot();
        return sheet.justifies() && sheet.has(slot + ".why") ? slot + ".why" : slot;
    }

    private static String type(Passage passage) {
        return switch (passage.document().contentType()) {
            case THEORY, SOLUTION -> "theory";
            case EXAMPLE -> "example";
            case FAQ -> "faq";
            case ASSIGNMENT -> "assignment";
            case EXERCISE -> "exercise";
            case TRANSCRIPT -> "transcript";
        };
    }
}
