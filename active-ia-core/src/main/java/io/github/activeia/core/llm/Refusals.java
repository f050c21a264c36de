package io.github.activeia.core.llm;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a provider says with a status that is no success. */
final class Refusals {
    private record Wording(Ending ending, String words) {}

    /** How the providers word it: OpenAI and those like it, Gemini, Mistral, llama.cpp and Ollama. */
    private static final List<Wording> WORDINGS = List.of(
            new Wording(Ending.CONTEXT_OVERFLOW, "context_length_exceeded"),
            new Wording(Ending.CONTEXT_OVERFLOW, "maximum context length"),
            new Wording(Ending.CONTEXT_OVERFLOW, "exceeds the maximum number of tokens"),
            new Wording(Ending.CONTEXT_OVERFLOW, "too large for model"),
            new Wording(Ending.CONTEXT_OVERFLOW, "exceeds the available context size"),
            new Wording(Ending.CONTEXT_OVERFLOW, "exceed_context_size"),
            new Wording(Ending.CONTEXT_OVERFLOW, "input length exceeds"),
            new Wording(Ending.AUTHENTICATION, "api key not valid"),
            new Wording(Ending.AUTHENTICATION, "api_key_invalid"),
            new Wording(Ending.NOT_FOUND, "invalid_model"),
            new Wording(Ending.NOT_FOUND, "invalid model"));

    private Refusals() {}

    static StatusException of(int status, HttpHeaders headers, byte[] body, Clock clock) {
        return new StatusException(
                status,
                headers.firstValue("Retry-After")
                        .flatMap(value -> wait(value.strip(), clock))
                        .orElse(null),
                status == 413 ? Ending.CONTEXT_OVERFLOW : said(status, body));
    }

    /** Only these are used for more than one thing. */
    private static @Nullable Ending said(int status, byte[] body) {
        if (status != 400 && status != 422 && status != 500) {
            return null;
        }
        String text = new String(body, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return WORDINGS.stream()
                .filter(wording -> text.contains(wording.words()))
                .map(Wording::ending)
                .findFirst()
                .orElse(null);
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
