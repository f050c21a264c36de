package io.github.activeia.agents.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionStateTest {
    @Test
    void keeps_only_the_last_messages_and_cuts_long_ones() {
        SessionState state = SessionState.fresh();

        for (int i = 0; i < 20; i++) {
            state = state.heard(i + " " + "x".repeat(5_000));
        }

        assertThat(state.turns()).isEqualTo(20);
        assertThat(state.studentMessages())
                .hasSize(SessionState.MESSAGES)
                .last()
                .asString()
                .startsWith("19 ");
        assertThat(state.studentMessages()).allSatisfy(m -> assertThat(m).hasSize(SessionState.MESSAGE_LENGTH));
    }

    @Test
    void leaves_the_messages_out_of_its_text() {
        assertThat(SessionState.fresh().heard("secreto")).asString().doesNotContain("secreto");
    }
}
