package io.github.activeia.core.llm;

/**
 * How a provider of a chain is doing, without asking it anything.
 *
 * @param provider the name of the provider
 * @param model the model that is asked for
 * @param place whose machine it is on
 * @param circuit whether it is asked at all
 */
public record LlmProviderState(String provider, String model, DataHandling.Place place, Circuit circuit) {
    /** The state of a circuit. */
    public enum Circuit {
        /** The provider is asked. */
        CLOSED,
        /** It failed several times in a row, and rests. */
        OPEN,
        /** It has rested; one question tries it. */
        HALF_OPEN
    }
}
