package io.github.activeia.core.llm;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what a provider says with a status that is no success. */
final class Refusals {
    /** How the providers word it: OpenAI and those like it, Gemini, Mistral, llama.cpp and Ollama. */
    private static final String[] OVERFLOW = {
        "context_length_exceeded",
        "maximum context length",
        "exceeds the maximum number of tokens",
        "too large for model",
        "exceeds the available context size",
        "exceed_context_size",
        "input length exceeds",
        "context window"
    };

    private Refusals() {}

    static StatusException of(int status, HttpHeaders headers, byte[] body, Clock clock) {
        boolean mayOverflow = status == 400 || status == 413 || status == 422 || status == 500;
        return new StatusException(
                status,
                headers.firstValue("Retry-After")
                        .flatMap(value -> wait(value.strip(), clock))
                        .orElse(null),
                status == 413 || (mayOverflow && overflows(body)));
    }

    private static boolean overflows(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return Stream.of(OVERFLOW).anyMatch(text::contains);
    }

    /** Seconds, or a date: RFC 9110, section 10.2.3. */
    private static Optional<Duration> wait(String value, Clock clock) {
        if (value.matches("\\d{1,7}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            ZonedDateTime until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration left = Duration.between(clock.instant(), until.toInstant());
            return Optional.of(left.isNegative() ? Duration.ZERO : left);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
