package io.github.activeia.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodeWordsTest {
    @Test
    void names_the_words_of_a_sentence_when_they_are_spanish() {
        String named = CodeWords.inSentence("intent validacion, risk alto: the tutor asks for code");

        assertThat(named).isEqualTo("intent VALIDATE, risk HIGH: the tutor asks for code");
    }

    @Test
    void names_what_is_found_when_it_lies_in_lists_of_maps() {
        List<Object> findings = List.of(Map.of("rule", "solution_leak", "verdict", "reescritura"));

        Object named = CodeWords.inEvidence("findings", findings);

        assertThat(named).isEqualTo(List.of(Map.of("rule", "solution_leak", "verdict", "REWRITE")));
    }

    @Test
    void tells_a_state_from_an_intent_when_both_have_the_same_word() {
        assertThat(CodeWords.inEvidence("state", "validacion")).isEqualTo("VALIDATION");
        assertThat(CodeWords.inEvidence("intent", "validacion")).isEqualTo("VALIDATE");
    }

    @Test
    void leaves_a_students_words_alone_when_they_are_quoted() {
        assertThat(CodeWords.inEvidence("words", "bloqueo")).isEqualTo("bloqueo");
    }
}
