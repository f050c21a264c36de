package io.github.activeia.agents.tutor;

import io.github.activeia.agents.tutor.OwnWork.Line;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.knowledge.Passage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a reply without a model ends: a question about a line of the student's own work, or the question that the teacher wrote next to
 * what was quoted, or one of the templates; then an invitation. Thread-safe.
 */
final class Asking {
    /** For a reply that stands on no material. */
    static final About NOTHING = new About(null, "", null);

    private final Terms terms;

    Asking(Terms terms) {
        this.terms = terms;
    }

    /**
     * What a reply stands on.
     *
     * @param passage the material, or null
     * @param type its kind, as the slots call it; empty without material
     * @param quoted the words that were quoted from it, or null
     */
    record About(@Nullable Passage passage, String type, @Nullable String quoted) {}

    Sheet ask(Sheet sheet, Move move, HelpLevel level, About about) {
        Optional<Line> line = move.looksAtWork() ? line(sheet.request(), about) : Optional.empty();
        if (line.isPresent()) {
            return aboutWork(sheet, line.get(), about);
        }
        Passage passage = about.passage();
        if (passage != null && move.leadsOn()) {
            Optional<String> authored = GuidingQuestion.of(sheet.request(), passage);
            if (authored.isPresent()) {
                return invite(sheet.quoteTeacher(authored.get()), move);
            }
        }
        return fromTemplates(sheet, move, level, about.type());
    }

    Sheet fromTemplates(Sheet sheet, Move move, HelpLevel level, String type) {
        return invite(sheet.sayOneOf(slots(sheet, move, level, type)), move);
    }

    Sheet invite(Sheet sheet, Move move) {
        return invite(sheet, "invite." + move.slot());
    }

    private static Sheet invite(Sheet sheet, String slot) {
        boolean why = sheet.request().policy().requireJustification() && sheet.has(slot + ".why");
        return sheet.say(why ? slot + ".why" : slot);
    }

    private Sheet aboutWork(Sheet sheet, Line line, About about) {
        boolean code = OwnWork.of(String.valueOf(sheet.request().work())).isCode();
        List<String> slots = new ArrayList<>(List.of(code ? "question.work.code" : "question.work.text"));
        if (about.quoted() != null) {
            slots.add("question.work.quoted");
        }
        return invite(sheet.sayLine(line).sayOneOf(slots, "line", String.valueOf(line.number())), "invite.work");
    }

    private Optional<Line> line(TutorRequest request, About about) {
        if (request.work() == null) {
            return Optional.empty();
        }
        Set<String> subject = new HashSet<>(terms.of(request.question()));
        if (about.quoted() != null) {
            subject.addAll(terms.of(about.quoted()));
        }
        int turn = request.conversation().variation().turn();
        return OwnWork.of(request.work()).line(request.question(), terms::of, subject, turn);
    }

    /** Returns the slots that fit: that of the level, or the nearest below, and that of the kind of material. */
    private static List<String> slots(Sheet sheet, Move move, HelpLevel level, String type) {
        String slot = "question." + move.slot() + ".";
        int number = level.number();
        while (number > 1 && !sheet.has(slot + number)) {
            number--;
        }
        String typed = sheet.has(slot + type) || move != Move.QUESTION ? slot + type : "question.guide." + type;
        if (!sheet.has(typed)) {
            return List.of(slot + number);
        }
        boolean typedOnly = isTask(type) && (move == Move.EXPLAIN || level == HelpLevel.CONCEPT);
        return typedOnly ? List.of(typed) : List.of(typed, slot + number);
    }

    /** What sets a task claims nothing, so that questions about a claim do not fit it. */
    static boolean isTask(String type) {
        return type.equals("assignment") || type.equals("exercise");
    }
}
