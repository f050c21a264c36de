package io.github.activeia.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.llm.LlmPrompt;
import io.github.activeia.core.llm.LlmResult;
import org.junit.jupiter.api.Test;

class ScriptedModelTest {
    private static final LlmPrompt PROMPT = LlmPrompt.of("system", "user");

    @Test
    void answers_in_order_and_records_the_prompts() {
        ScriptedModel model = ScriptedModel.answering("one", "two");

        LlmResult first = model.ask(PROMPT);
        LlmResult second = model.ask(LlmPrompt.of("system", "again"));

        assertThat(first).isEqualTo(ScriptedModel.answer("one"));
        assertThat(second).isEqualTo(ScriptedModel.answer("two"));
        assertThat(model.prompts()).extracting(LlmPrompt::user).containsExactly("user", "again");
    }

    @Test
    void throws_when_the_script_is_at_its_end() {
        ScriptedModel model = ScriptedModel.answering("one");
        model.ask(PROMPT);

        assertThatThrownBy(() -> model.ask(PROMPT)).hasMessageContaining("more than 1 times");
    }

    @Test
    void names_the_ending_when_it_is_unavailable() {
        LlmResult result = ScriptedModel.unavailable().ask(PROMPT);

        assertThat(result).isInstanceOf(LlmResult.Unavailable.class);
        assertThat(result.attempts()).extracting(LlmResult.Attempt::ending).containsExactly("timeout");
    }
}
