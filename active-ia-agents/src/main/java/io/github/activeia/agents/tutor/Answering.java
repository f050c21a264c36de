package io.github.activeia.agents.tutor;

import io.github.activeia.core.CognitiveState;
import java.util.HashSet;
import java.util.Set;

/** Tells whether a message answers what the tutor asked last: only then can a reply that judges nothing take it up as an answer. Thread-safe. */
final class Answering {
    private static final int WORDS_IN_COMMON = 2;

    /** Who is in one of these has not answered, whatever the words. */
    private static final Set<CognitiveState> LOST =
            Set.of(CognitiveState.STUCK, CognitiveState.DEBUGGING, CognitiveState.CONFUSION);

    private final Terms terms;

    Answering(Terms terms) {
        this.terms = terms;
    }

    boolean answers(TutorRequest request) {
        String asked = request.conversation().tutorQuestion();
        boolean asks = request.question().indexOf('?') >= 0;
        if (asked == null || asks || LOST.contains(request.reading().state())) {
            return false;
        }
        Set<String> common = new HashSet<>(terms.of(asked));
        common.retainAll(terms.of(request.question()));
        return common.size() >= WORDS_IN_COMMON;
    }
}
