package io.github.activeia.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.llm.AnswerListener;
import io.github.activeia.core.llm.LlmPrompt;
import io.github.activeia.core.llm.LlmResult;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void streams_the_same_pieces_when_the_seed_is_the_same() {
        ScriptedModel model = ScriptedModel.always("La clave se desplaza hacia la izquierda.");

        Heard first = new Heard(Integer.MAX_VALUE);
        Heard again = new Heard(Integer.MAX_VALUE);
        Heard other = new Heard(Integer.MAX_VALUE);
        model.cut(7).ask(PROMPT, first);
        model.cut(7).ask(PROMPT, again);
        model.cut(8).ask(PROMPT, other);

        assertThat(first.pieces).isEqualTo(again.pieces).isNotEqualTo(other.pieces);
        assertThat(first.pieces).allMatch(piece -> piece.length() <= 12);
        assertThat(String.join("", first.pieces)).isEqualTo("La clave se desplaza hacia la izquierda.");
        assertThat(model.prompts()).hasSize(3);
    }

    @Test
    void has_the_text_so_far_when_the_listener_wants_no_more() {
        Heard heard = new Heard(2);

        LlmResult result =
                ScriptedModel.always("La clave se desplaza hacia la izquierda.").ask(PROMPT, heard);

        assertThat(heard.pieces).hasSize(2);
        assertThat(result).isEqualTo(ScriptedModel.answer(String.join("", heard.pieces)));
    }

    @Test
    void begins_anew_when_the_beginning_is_lost() {
        Heard heard = new Heard(Integer.MAX_VALUE);

        LlmResult result =
                ScriptedModel.always("the answer").after("what is lost").ask(PROMPT, heard);

        assertThat(String.join("", heard.pieces)).isEqualTo("what is lost|the answer");
        assertThat(result).isEqualTo(ScriptedModel.answer("the answer"));
    }

    @Test
    void fails_in_the_middle_when_there_is_no_answer_after_the_beginning() {
        Heard heard = new Heard(Integer.MAX_VALUE);

        LlmResult result = ScriptedModel.unavailable().after("what is lost").ask(PROMPT, heard);

        assertThat(String.join("", heard.pieces)).isEqualTo("what is lost");
        assertThat(result).isInstanceOf(LlmResult.Unavailable.class);
    }

    /** Writes down what it hears, and a bar where the answer begins anew. */
    private static final class Heard implements AnswerListener {
        private final List<String> pieces = new ArrayList<>();
        private final int most;

        private Heard(int most) {
            this.most = most;
        }

        @Override
        public boolean onPiece(String text) {
            pieces.add(text);
            return pieces.size() < most;
        }

        @Override
        public void onRestart() {
            pieces.add("|");
        }
    }
}
