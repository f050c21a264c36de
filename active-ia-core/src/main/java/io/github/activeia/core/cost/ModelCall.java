package io.github.activeia.core.cost;

import io.github.activeia.core.Faults;
import io.github.activeia.core.Money;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One try at one provider, successful or not.
 *
 * @param provider as the chain names it
 * @param model the model that was asked, or that answered where the provider says so
 * @param local whether the model runs on the host's own machines, and costs nothing
 * @param tokens as the provider counted them, or null where it did not say
 * @param cost what the try cost; null where that is not known, zero where it is known to be free: a local model, or a provider
 *     that was never reached
 * @param latency measured, to the microsecond
 * @param outcome {@value #OK}, or the class of the failure, such as {@code timeout} or {@code circuit_open}
 */
public record ModelCall(
        String provider,
        String model,
        boolean local,
        @Nullable Tokens tokens,
        @Nullable Money cost,
        Duration latency,
        String outcome) {
    /** The outcome of a try that brought an answer. */
    public static final String OK = "ok";

    /** Checks the words, and cuts the latency to microseconds, as the stores keep it. */
    public ModelCall {
        latency = latency.truncatedTo(ChronoUnit.MICROS);
        new Faults()
                .require(!provider.isBlank(), "provider", "not be blank", "blank", "name it as the chain does")
                .require(!model.isBlank(), "model", "not be blank", "blank", "name the model")
                .require(!outcome.isBlank(), "outcome", "not be blank", "blank", "use ok or a class of failure")
                .require(!latency.isNegative(), "latency", "not be negative", latency, "measure with System.nanoTime()")
                .throwIfAny();
    }

    /** Returns whether it brought an answer. */
    public boolean succeeded() {
        return outcome.equals(OK);
    }
}
