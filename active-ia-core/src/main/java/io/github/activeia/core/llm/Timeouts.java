package io.github.activeia.core.llm;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import java.time.Duration;

/**
 * The limits of one provider's client.
 *
 * @param connect for the connection
 * @param total for a whole answer; the client applies it to the headers only, the chain's watchdog to all of it
 */
record Timeouts(Duration connect, Duration total) {
    HttpClientBuilder http() {
        return new JdkHttpClientBuilder().connectTimeout(connect).readTimeout(total);
    }
}
