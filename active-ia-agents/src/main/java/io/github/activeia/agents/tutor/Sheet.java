package io.github.activeia.agents.tutor;

import io.github.activeia.agents.writing.Composed;
import io.github.activeia.agents.writing.Phrase;
import io.github.activeia.agents.writing.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The text of one reply while it is put together. Confined to one thread. */
final class Sheet {
    private final Texts texts;
    private final TutorRequest request;
    private final StringBuilder text = new StringBuilder();
    private final List<String> used = new ArrayList<>();
    private final Map<Integer, String> cited = new TreeMap<>();

    Sheet(Texts texts, TutorRequest request) {
        this.texts = texts;
        this.request = request;
    }

    boolean has(String slot) {
        return texts.has(slot, request.locale());
    }

    boolean justifies() {
        return request.policy().requireJustification();
    }

    Sheet say(String slot) {
        return add(slot, phrase(slot));
    }

    Sheet say(String slot, String place, String value) {
        return add(slot, phrase(slot).with(place, value));
    }

    /** Says one variant of several slots, as if they were one. */
    Sheet sayOneOf(List<String> slots) {
        return add(
                slots.get(0),
                texts.phrase(slots, request.locale(), request.conversation().variation()));
    }

    Sheet point(String slot, int marker, String topic) {
        cited.putIfAbsent(marker, "");
        return add(slot, phrase(slot).with("topic", topic).with("marker", String.valueOf(marker)));
    }

    Sheet pointAt(String slot, int marker, String place) {
        cited.putIfAbsent(marker, "");
        return add(slot, phrase(slot).with("place", place).with("marker", String.valueOf(marker)));
    }

    /** Quotes a sentence of a passage word for word. */
    Sheet quote(String slot, int marker, String sentence) {
        String words = sentence.endsWith(".") && !sentence.endsWith("..")
                ? sentence.substring(0, sentence.length() - 1)
                : sentence;
        cited.putIfAbsent(marker, words);
        return add(slot, phrase(slot).with("quote", marks(words) + " [" + marker + "]"));
    }

    /** Adds a question that stands in the material. */
    Sheet quoteTeacher(String question) {
        return add("authored", new Phrase("{question}").with("question", question));
    }

    Sheet paragraph() {
        text.append("\n\n");
        return this;
    }

    Composed finish() {
        return new Composed(text.toString().strip(), String.join(" ", used), cited);
    }

    private Phrase phrase(String slot) {
        return texts.phrase(slot, request.locale(), request.conversation().variation());
    }

    private Sheet add(String slot, Phrase phrase) {
        boolean begins = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        text.append(begins ? "" : " ").append(phrase.text());
        used.add(slot);
        return this;
    }

    private String marks(String words) {
        boolean english = request.locale().getLanguage().equals("en");
        return english || words.contains("«") ? "“" + words + "”" : "«" + words + "»";
    }
}
