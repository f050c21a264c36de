package io.github.activeia.core.llm;

import io.github.activeia.core.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How asking a chain ended. */
public sealed interface LlmResult {
    /** Returns what was tried, in order, the successful try included. */
    List<Attempt> attempts();

    /**
     * A model answered.
     *
     * @param text the answer, not blank
     * @param provider the name of the provider
     * @param model the model that answered
     * @param inputTokens as the provider counted them, or null
     * @param outputTokens as the provider counted them, or null
     * @param attempts what was tried
     */
    record Answered(
            String text,
            String provider,
            String model,
            @Nullable Integer inputTokens,
            @Nullable Integer outputTokens,
            List<Attempt> attempts)
            implements LlmResult {
        /** Copies the list. */
        public Answered {
            attempts = List.copyOf(attempts);
        }

        @Override
        public String toString() {
            return "Answered[" + provider + "/" + model + ", " + text.length() + " characters]";
        }
    }

    /**
     * No model could be reached.
     *
     * @param attempts what was tried; empty where the chain is empty
     */
    record Unavailable(List<Attempt> attempts) implements LlmResult {
        /** Copies the list. */
        public Unavailable {
            attempts = List.copyOf(attempts);
        }
    }

    /**
     * One try at one provider.
     *
     * @param provider the name of the provider
     * @param place whose machine it is on
     * @param ending how it ended: {@code ok}, or the class of the failure, such as {@code timeout} or {@code circuit_open}
     * @param duration measured; zero where the provider was not asked
     * @param cost what it cost, or null where nobody knows
     * @param resetsAt when the budget begins anew that kept the provider from being asked, or null where none did, or where nobody
     *     knows
     */
    record Attempt(
            String provider,
            DataHandling.Place place,
            String ending,
            Duration duration,
            @Nullable Money cost,
            @Nullable Instant resetsAt) {
        /** Creates a try that no budget stood in the way of. */
        public Attempt(
                String provider, DataHandling.Place place, String ending, Duration duration, @Nullable Money cost) {
            this(provider, place, ending, duration, cost, null);
        }
    }
}
