package io.github.activeia.agents.tutor;

import io.github.activeia.agents.writing.Author;
import io.github.activeia.agents.writing.Composed;
import io.github.activeia.agents.writing.Prompted;
import java.util.List;

/** Writes as a tutor. Thread-safe. */
public final class Tutor {
    private final TutorPrompts prompts = new TutorPrompts();
    private final TutorComposer composer = new TutorComposer();

    /** Returns the author of one reply. */
    public Author author(TutorRequest request) {
        return new Author() {
            @Override
            public Prompted prompt(List<String> faults) {
                return prompts.prompt(request, faults);
            }

            @Override
            public Composed compose() {
                return composer.compose(request);
            }

            @Override
            public Composed plain() {
                return composer.plain(request);
            }
        };
    }
}
