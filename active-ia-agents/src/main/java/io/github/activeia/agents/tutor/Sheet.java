package io.github.activeia.agents.tutor;

import io.github.activeia.agents.writing.Composed;
import io.github.activeia.agents.writing.Phrase;
import io.github.activeia.agents.writing.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The text of one reply while it is put together. Confined to one thread. */
final class Sheet {
    private final Texts texts;
    private final TutorRequest request;
    private final List<String> said;
    private final StringBuilder text = new StringBuilder();
    private final List<String> used = new ArrayList<>();
    private final Map<Integer, String> cited = new TreeMap<>();

    Sheet(Texts texts, TutorRequest request) {
        this.texts = texts;
        this.request = request;
        this.said = request.conversation().turns().stream()
                .filter(turn -> !turn.student())
                .map(TutorRequest.Said::text)
                .toList();
    }

    TutorRequest request() {
        return request;
    }

    boolean has(String slot) {
        return texts.has(slot, request.locale());
    }

    boolean cites(int marker) {
        return cited.containsKey(marker);
    }

    Sheet say(String slot) {
        return add(slot, phrase(slot));
    }

    Sheet say(String slot, String place, String value) {
        return add(slot, phrase(slot).with(place, value));
    }

    /** Says one variant of several slots, as if they were one. */
    Sheet sayOneOf(List<String> slots) {
        return add(slots.get(0), oneOf(slots));
    }

    /** Says one variant of several slots, with a place filled in. */
    Sheet sayOneOf(List<String> slots, String place, String value) {
        return add(slots.get(0), oneOf(slots).with(place, value));
    }

    /** Quotes the teacher's hint, if there is one, in a paragraph of its own; not where only questions are allowed. */
    Sheet hint() {
        String hint = request.teacher().hint();
        if (hint == null || request.reading().strict()) {
            return this;
        }
        if (!text.isEmpty()) {
            paragraph();
        }
        return say("hint", "hint", marks(withoutFullStop(hint.strip()))).paragraph();
    }

    /** Names a line of the student's own work, and quotes it where it can be quoted. */
    Sheet sayLine(OwnWork.Line line) {
        String slot = line.quotable() ? "work.line" : "work.number";
        Phrase phrase = phrase(slot).with("line", String.valueOf(line.number()));
        return add(slot, line.quotable() ? phrase.with("code", marks(line.text())) : phrase);
    }

    /** Sends the student to a passage: to the minute of a class, to a part, or to the whole. */
    Sheet sendTo(Move move, int marker, @Nullable String topic, Optional<String> time) {
        cited.putIfAbsent(marker, "");
        String slot = move.pointer() + (time.isPresent() ? ".timed" : topic != null ? ".section" : ".document");
        return add(
                slot,
                phrase(slot)
                        .with("time", time.orElse(""))
                        .with("topic", "*" + topic + "*")
                        .with("marker", String.valueOf(marker)));
    }

    Sheet pointAt(String slot, int marker, String place) {
        cited.putIfAbsent(marker, "");
        return add(slot, phrase(slot).with("place", place).with("marker", String.valueOf(marker)));
    }

    /** Quotes a sentence of a passage word for word. */
    Sheet quote(String slot, int marker, String sentence) {
        return quote(slot, marker, sentence, "", "");
    }

    /** Quotes a sentence word for word, and fills another place. */
    Sheet quote(String slot, int marker, String sentence, String other, String value) {
        String words = withoutFullStop(sentence);
        cited.putIfAbsent(marker, words);
        return add(slot, phrase(slot).with(other, value).with("quote", marks(words) + " [" + marker + "]"));
    }

    /** Adds a question that stands in the material, next to what the reply points at. */
    Sheet quoteTeacher(String question) {
        return add("authored", phrase("authored").with("question", marks(question)));
    }

    Sheet paragraph() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append("\n\n");
        }
        return this;
    }

    Composed finish() {
        return new Composed(text.toString().strip(), String.join(" ", used), cited);
    }

    private Phrase phrase(String slot) {
        return oneOf(List.of(slot));
    }

    /** One that the student has not read in this conversation yet, or longest ago. */
    private Phrase oneOf(List<String> slots) {
        return texts.fresh(slots, request.locale(), request.conversation().variation(), said);
    }

    private Sheet add(String slot, Phrase phrase) {
        boolean begins = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        text.append(begins ? "" : " ").append(phrase.text());
        used.add(slot);
        return this;
    }

    private static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") && !sentence.endsWith("..")
                ? sentence.substring(0, sentence.length() - 1)
                : sentence;
    }

    private String marks(String words) {
        boolean english = request.locale().getLanguage().equals("en");
        return english || words.contains("«") ? "“" + words + "”" : "«" + words + "»";
    }
}
