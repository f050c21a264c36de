package io.github.activeia.agents.safety;

import io.github.activeia.core.llm.LlmResult;
import java.util.List;

/**
 * What a reviewer said when it was asked once.
 *
 * @param word what its answer comes to
 * @param attempts which providers were tried for it, in order
 */
public record Opinion(Word word, List<LlmResult.Attempt> attempts) {

    /** What an answer comes to. */
    public enum Word {
        /** It gives nothing away. */
        SAFE("safe"),

        /** It gives the solution away. */
        LEAK("leak"),

        /** There was an answer, and it was neither word. */
        UNCLEAR("unclear"),

        /** There was no answer. */
        NONE("no_answer");

        private final String value;

        Word(String value) {
            this.value = value;
        }

        /** Returns the word that is stored in the trace. */
        public String value() {
            return value;
        }
    }

    /** Copies the list. */
    public Opinion {
        attempts = List.copyOf(attempts);
    }
}
