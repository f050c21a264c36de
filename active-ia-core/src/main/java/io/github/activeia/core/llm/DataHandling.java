package io.github.activeia.core.llm;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the text that a provider is sent. What the host does not know is null, never a guess.
 *
 * @param place on a machine of the institution, or of another company
 * @param region where the machines are, such as {@code EU}, or null
 * @param trainsOnData whether the provider may train on what it is sent, or null
 * @param retention how long it keeps what it is sent, or null
 */
public record DataHandling(
        Place place, @Nullable String region, @Nullable Boolean trainsOnData, @Nullable Duration retention) {
    /** Whose machine it is. */
    public enum Place {
        /** The institution's own: this machine, or one that the host has declared. */
        LOCAL("local"),
        /** Another company's. */
        CLOUD("cloud");

        private final String value;

        Place(String value) {
            this.value = value;
        }

        /** Returns the word that is stored. */
        public String value() {
            return value;
        }
    }

    /** Returns a machine of the institution: nothing is kept, nothing is trained on. */
    public static DataHandling local() {
        return new DataHandling(Place.LOCAL, null, false, Duration.ZERO);
    }

    /** Returns another company's machine of which nothing else is known. */
    public static DataHandling cloud() {
        return new DataHandling(Place.CLOUD, null, null, null);
    }

    /** Returns local for an address of this very machine, and cloud for any other: whose that is only the host can say. */
    static DataHandling of(String url) {
        return loopback(url) ? local() : cloud();
    }

    private static boolean loopback(String url) {
        try {
            String host = URI.create(url.toLowerCase(Locale.ROOT)).getHost();
            return host != null
                    && (host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}"));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
