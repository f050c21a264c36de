package io.github.activeia.agents.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.InvalidValueException;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SessionStateTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void returns_only_the_last_messages_of_the_student_and_cuts_long_ones() {
        SessionState state = SessionState.fresh();

        for (int i = 0; i < 20; i++) {
            state = state.heard("t" + i, i + " " + "x".repeat(2_000), NOON).answered("t" + i, "¿y?", "¿y?", NOON);
        }

        assertThat(state.turns()).isEqualTo(40);
        assertThat(state.messages()).isEqualTo(20);
        assertThat(state.studentMessages())
                .hasSize(SessionState.MESSAGES)
                .last()
                .asString()
                .startsWith("19 ");
        assertThat(state.studentMessages()).allSatisfy(m -> assertThat(m).hasSize(SessionState.MESSAGE_LENGTH));
    }

    @Test
    void does_not_divide_a_character_when_it_cuts() {
        SessionState state = SessionState.fresh().heard("t1", "x" + "🐟".repeat(Turn.LONGEST), NOON);

        assertThat(state.conversation().get(0).text()).hasSize(Turn.LONGEST - 1).endsWith("🐟");
    }

    @Test
    void leaves_the_texts_out_of_its_text() {
        SessionState state = SessionState.fresh().heard("t1", "secreto", NOON).answered("t1", "secreto", null, NOON);

        assertThat(state).asString().doesNotContain("secreto");
        assertThat(state.conversation()).asString().doesNotContain("secreto");
    }

    @Test
    void refuses_a_count_that_is_not_the_number_of_the_last_turn() {
        Turn turn = new Turn(7, "t7", Turn.Role.STUDENT, "hola", NOON);

        assertThatThrownBy(() -> new SessionState(8, 1, 0, List.of(turn), null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("turns must be the number of the last turn");
        assertThatThrownBy(() -> new Turn(0, "t", Turn.Role.TUTOR, "", NOON)).isInstanceOf(InvalidValueException.class);
    }

    @Property(tries = 200)
    void keeps_the_newest_turns_without_gaps_and_within_its_bounds(
            @ForAll @Size(max = 90) List<@IntRange(max = 5_000) Integer> lengths) {
        SessionState state = SessionState.fresh();

        for (int i = 0; i < lengths.size(); i++) {
            state = state.heard("t" + i, "x".repeat(lengths.get(i)), NOON);
        }

        List<Turn> kept = state.conversation();
        assertThat(state.turns()).isEqualTo(lengths.size());
        assertThat(kept.size()).isLessThanOrEqualTo(SessionState.TURNS);
        assertThat(state.characters()).isLessThanOrEqualTo(SessionState.CHARACTERS);
        for (int i = 0; i < kept.size(); i++) {
            assertThat(kept.get(i).number()).isEqualTo(lengths.size() - kept.size() + 1 + i);
        }
    }
}
