package io.github.activeia.core.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Asks whether an Ollama server is there, and what it has installed. It runs while a host starts, so it uses the oldest client
 * of the JDK: the newer one needs longer than the whole probe may take just to be loaded.
 */
final class OllamaProbe {
    private static final int PORT = 11434;
    private static final ObjectMapper JSON = new ObjectMapper();

    private OllamaProbe() {}

    /**
     * Returns the URL that a value of {@code OLLAMA_HOST} means. The server reads the same variable as the address to listen
     * on, so it may have no scheme, no port, or be the address of all interfaces.
     */
    static String url(String host) {
        String address = host.isEmpty() ? "localhost" : host.replaceAll("/+$", "");
        String scheme = address.startsWith("https://") ? "https://" : "http://";
        String place = address.replaceFirst("^https?://", "").replaceFirst("^0\\.0\\.0\\.0", "localhost");
        boolean port = place.matches(".*:\\d+(/.*)?") || scheme.equals("https://") || place.contains("/");
        return scheme + place + (port ? "" : ":" + PORT);
    }

    /**
     * Returns the installed models that can chat, or empty if no server answers.
     *
     * @param patience for the connection, and for each part of the answer
     */
    static Optional<List<String>> chatModels(String url, Duration patience) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url + "/api/tags").toURL().openConnection();
            connection.setConnectTimeout((int) patience.toMillis());
            connection.setReadTimeout((int) patience.toMillis());
            try (InputStream body = connection.getInputStream()) {
                return Optional.of(models(JSON.readTree(body)));
            } finally {
                connection.disconnect();
            }
        } catch (IOException | IllegalArgumentException | ClassCastException absent) {
            return Optional.empty();
        }
    }

    private static List<String> models(JsonNode tags) {
        return StreamSupport.stream(tags.path("models").spliterator(), false)
                .filter(model -> !embeds(model))
                .map(model -> model.path("name").asText())
                .filter(name -> !name.isBlank())
                .toList();
    }

    private static boolean embeds(JsonNode model) {
        return model.path("name").asText().contains("embed")
                || model.path("details").path("family").asText().contains("bert");
    }
}
