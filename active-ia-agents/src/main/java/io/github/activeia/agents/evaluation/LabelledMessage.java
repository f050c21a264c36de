package io.github.activeia.agents.evaluation;

import io.github.activeia.core.CognitiveIntent;
import java.util.List;
import java.util.Set;

/**
 * One line of a labelled file.
 *
 * @param id its name
 * @param text the message
 * @param labels what it is
 * @param turns what came before, oldest first
 * @param group what it is reported under, such as a variety of Spanish; empty for none
 * @param half the part of the set it belongs to, such as {@code report}; empty for none
 */
record LabelledMessage(String id, String text, Labels labels, List<Turn> turns, String group, String half) {
    LabelledMessage {
        turns = List.copyOf(turns);
    }

    /**
     * What a message is.
     *
     * @param intent what the student wants
     * @param delegation whether work is handed over
     * @param disguised whether that is hidden
     * @param injection whether it attacks; {@code UNKNOWN} where the file does not tell
     * @param pii the kinds of personal data, by name, so that an unknown one can still be compared
     */
    record Labels(CognitiveIntent intent, boolean delegation, boolean disguised, Answer injection, Set<String> pii) {
        Labels {
            pii = Set.copyOf(pii);
        }
    }

    /** A label that may be missing. */
    enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    /** Something said before. */
    record Turn(boolean student, String text) {}
}
