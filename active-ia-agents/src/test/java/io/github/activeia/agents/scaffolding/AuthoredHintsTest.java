package io.github.activeia.agents.scaffolding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.agents.session.ActivityState;
import io.github.activeia.core.Activity;
import io.github.activeia.core.HelpLevel;
import io.github.activeia.core.Hint;
import io.github.activeia.core.InvalidValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthoredHintsTest {
    private static final Activity TP2 = Activity.of("tp2", "Ordenamiento", "3")
            .withHints(List.of(
                    new Hint(HelpLevel.SPECIFIC, "cuatro"),
                    new Hint(HelpLevel.ORIENT, "uno"),
                    new Hint(HelpLevel.STRATEGY, "tres a"),
                    new Hint(HelpLevel.STRATEGY, "tres b")));

    @Test
    void go_from_abstract_to_specific_and_come_once() {
        ActivityState state = ActivityState.fresh();
        List<String> given = new ArrayList<>();

        Optional<AuthoredHints.Next> next = AuthoredHints.next(TP2, HelpLevel.SPECIFIC, state);
        while (next.isPresent()) {
            given.add(next.get().hint().text());
            state = state.given(next.get().index());
            next = AuthoredHints.next(TP2, HelpLevel.SPECIFIC, state);
        }

        assertThat(given).containsExactly("uno", "tres a", "tres b", "cuatro");
        assertThat(state.givenHints()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void stay_below_the_level_that_is_allowed() {
        ActivityState first = ActivityState.fresh().given(1);

        assertThat(AuthoredHints.next(TP2, HelpLevel.CONCEPT, first)).isEmpty();
        assertThat(AuthoredHints.next(TP2, HelpLevel.STRATEGY, first))
                .hasValueSatisfying(next -> assertThat(next.index()).isEqualTo(2));
    }

    @Test
    void are_none_when_the_teacher_wrote_none() {
        assertThat(AuthoredHints.next(Activity.of("tp1", "Colas", "1"), HelpLevel.SPECIFIC, ActivityState.fresh()))
                .isEmpty();
    }

    @Test
    void are_remembered_when_the_level_moves() {
        ActivityState state = ActivityState.fresh().given(1).given(1);

        ActivityState moved = state.raised(HelpLevel.CONCEPT, Instant.EPOCH)
                .lowered(HelpLevel.ORIENT, Instant.EPOCH)
                .failed()
                .hinted()
                .delegated();

        assertThat(moved.givenHints()).containsExactly(1);
    }

    @Test
    void are_refused_when_they_are_blank_or_too_long() {
        assertThatThrownBy(() -> new Hint(HelpLevel.ORIENT, " "))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("text of a hint must have 1 to 2000 characters");
        assertThatThrownBy(() -> new Hint(HelpLevel.ORIENT, "x".repeat(Hint.LONGEST + 1)))
                .isInstanceOf(InvalidValueException.class);
    }
}
