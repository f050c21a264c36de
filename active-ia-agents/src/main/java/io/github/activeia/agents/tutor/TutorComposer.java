package io.github.activeia.agents.tutor;

import io.github.activeia.agents.tutor.Excerpts.Excerpt;
import io.github.activeia.agents.writing.Composed;
import io.github.activeia.agents.writing.Place;
import io.github.activeia.agents.writing.Start;
import io.github.activeia.agents.writing.Texts;
import io.github.activeia.agents.writing.WordList;
import io.github.activeia.core.ContentType;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.knowledge.Passage;
import java.util.List;
import java.util.Optional;

/**
 * Composes a reply from passages and question templates, without a model: the teacher's hint, where the student is, what the material
 * says, the line of the student's own work that is worth a look, the question that leads on, and an invitation to try. Thread-safe.
 */
final class TutorComposer {
    private final Texts texts = Texts.named("tutor");
    private final Terms terms = new Terms(WordList.words("stopwords"));
    private final Excerpts excerpts = new Excerpts(terms);
    private final Asking asking = new Asking(terms);
    private final Answering answering = new Answering(terms);
    private final Place place = new Place();
    private final Start start = new Start();

    Composed compose(TutorRequest request) {
        Move move = Move.of(request.reading(), answering.answers(request));
        if (move == Move.CLARIFY) {
            return clarify(request);
        }
        Sheet sheet = new Sheet(texts, request);
        if (request.passages().isEmpty()) {
            return bare(sheet, move);
        }
        Quotations quotations = Quotations.of(request, excerpts);
        if (request.level() == HelpLevel.ORIENT || request.reading().strict()) {
            return orient(sheet, move, request, quotations.beginnings(move, start));
        }
        List<Excerpt> untold = quotations.untold(move);
        return untold.isEmpty()
                ? orient(sheet, move, request, quotations.found())
                : help(sheet, move, quotations, untold);
    }

    /** Quotes nobody: not the material, not the teacher, not the student. */
    Composed plain(TutorRequest request) {
        Move move = Move.of(request.reading(), answering.answers(request));
        if (move == Move.CLARIFY) {
            return clarify(request);
        }
        Sheet sheet = new Sheet(texts, request);
        sheet.say("bare." + move.slot()).paragraph();
        return asking.fromTemplates(sheet, move, HelpLevel.ORIENT, "").finish();
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

    private Composed bare(Sheet sheet, Move move) {
        open(sheet, move, "bare." + move.slot(), "");
        return asking.ask(sheet.paragraph(), move, HelpLevel.ORIENT, Asking.NOTHING)
                .finish();
    }

    /** Level 1: where to look and what to ask oneself; not a word of what the material says. */
    private Composed orient(Sheet sheet, Move move, TutorRequest request, List<Excerpt> found) {
        int marker = found.isEmpty() ? 1 : found.get(0).number();
        Passage best = request.passages().get(marker - 1);
        String topic = place.topic(best);
        boolean asks = topic != null
                && topic.endsWith("?")
                && move == Move.EXPLAIN
                && GuidingQuestion.of(request, best).isEmpty();
        open(sheet, move, "open." + move.slot(), place.of(best, request.locale()));
        sheet.sendTo(move, marker, asks ? null : topic, ClassTime.first(best)).paragraph();
        if (topic != null && asks) {
            return asking.invite(sheet.say("heading", "heading", topic), move).finish();
        }
        return asking.ask(sheet, move, HelpLevel.ORIENT, new Asking.About(best, type(best), null))
                .finish();
    }

    /** Levels 2 to 4: what the material says, then the question. */
    private Composed help(Sheet sheet, Move move, Quotations quotations, List<Excerpt> found) {
        TutorRequest request = sheet.request();
        Excerpt best = found.get(0);
        Passage passage = request.passages().get(best.number() - 1);
        open(sheet, move, "open." + move.slot(), place.of(passage, request.locale()));
        String words = move == Move.EXPLAIN ? best.continued() : best.sentence();
        lead(sheet, passage, best, words);
        quotations.second(move, found).ifPresent(e -> sheet.quote("more", e.number(), e.sentence()));
        quotations.mistake(best).ifPresent(e -> sheet.quote("mistake", e.number(), e.sentence()));
        strategy(sheet.paragraph(), move, request, best.number(), type(passage));
        return asking.ask(sheet, move, request.level(), new Asking.About(passage, type(passage), words))
                .finish();
    }

    /** A frequent question is told with its answer, and a class with the minute. */
    private void lead(Sheet sheet, Passage passage, Excerpt best, String words) {
        String type = type(passage);
        String topic = place.topic(passage);
        Optional<String> time = ClassTime.of(passage, best.sentence());
        if (time.isPresent()) {
            sheet.quote("lead.transcript.timed", best.number(), words, "time", time.get());
        } else if (type.equals("faq") && topic != null && topic.endsWith("?")) {
            sheet.quote("lead.faq.asked", best.number(), words, "topic", topic);
        } else {
            sheet.quote("lead." + type, best.number(), words);
        }
    }

    /** The teacher's hint comes first, except that a feeling is answered before it. */
    private static void open(Sheet sheet, Move move, String slot, String place) {
        if (move == Move.COMFORT) {
            sheet.say(slot, "place", place).hint();
        } else {
            sheet.hint().say(slot, "place", place);
        }
    }

    /** Level 3 adds a way to take the problem apart, level 4 the outline of an approach: both hold for any problem. */
    private void strategy(Sheet sheet, Move move, TutorRequest request, int used, String type) {
        String slot = "strategy." + move.slot();
        boolean concept = move == Move.EXPLAIN && Asking.isTask(type);
        if (!sheet.has(slot) || concept || request.level().compareTo(HelpLevel.STRATEGY) < 0) {
            return;
        }
        String outline = "outline." + move.slot();
        boolean specific = request.level() == HelpLevel.SPECIFIC;
        if (specific && sheet.has(outline)) {
            sheet.say(outline).paragraph();
        } else {
            sheet.say(slot);
        }
        if (specific) {
            example(request, used)
                    .filter(n -> !sheet.cites(n))
                    .ifPresent(n -> sheet.pointAt(
                            "example", n, place.of(request.passages().get(n - 1), request.locale())));
        }
        sheet.paragraph();
    }

    private static Optional<Integer> example(TutorRequest request, int used) {
        for (int n = 1; n <= request.passages().size(); n++) {
            if (n != used && request.passages().get(n - 1).document().contentType() == ContentType.EXAMPLE) {
                return Optional.of(n);
            }
        }
        return Optional.empty();
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
