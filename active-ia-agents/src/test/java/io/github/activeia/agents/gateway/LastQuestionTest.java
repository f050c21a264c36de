package io.github.activeia.agents.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastQuestionTest {
    @Test
    void finds_the_last_question_in_both_languages() {
        assertThat(LastQuestion.in("¿Uno? Leé esto. ¿Y dos? Contame.")).isEqualTo("¿Y dos?");
        assertThat(LastQuestion.in("Read it. What holds before the loop? Tell me."))
                .isEqualTo("What holds before the loop?");
    }

    @Test
    void finds_none_when_nothing_is_asked() {
        assertThat(LastQuestion.in("Leé el apunte.")).isNull();
    }
}
