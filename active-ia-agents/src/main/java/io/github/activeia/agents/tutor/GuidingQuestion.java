package io.github.activeia.agents.tutor;

import io.github.activeia.core.knowledge.Passage;
import java.util.Optional;

/** Finds the question that a teacher wrote into the material, next to what is quoted. */
final class GuidingQuestion {
    private GuidingQuestion() {}

    /** Returns the first one of the same section that the tutor has not asked yet. */
    static Optional<String> of(TutorRequest request, Passage quoted) {
        String asked = request.conversation().tutorQuestion();
        Told told = Told.in(request);
        return request.passages().stream()
                .filter(p -> near(p, quoted))
                .filter(p -> p.document().language().equals(request.locale().getLanguage()))
                .flatMap(p -> Lesson.of(p).questions().stream())
                .filter(question -> question.contains("?"))
                .filter(question -> asked == null || !question.contains(asked))
                .filter(question -> !told.has(question))
                .findFirst();
    }

    private static boolean near(Passage passage, Passage quoted) {
        return passage.id().equals(quoted.id())
                || (passage.document().source().equals(quoted.document().source())
                        && passage.sectionPath().equals(quoted.sectionPath()));
    }
}
