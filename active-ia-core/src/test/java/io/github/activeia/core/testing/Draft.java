package io.github.activeia.core.testing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The options of a {@link FakeReply}, put together for one request. */
final class Draft {
    /** What follows the last byte. */
    enum Tail {
        /** The connection serves the next request. */
        KEEP,
        /** The connection closes after a body that is complete. */
        CLOSE,
        FIN,
        RESET,
        HOLD
    }

    enum Framing {
        CHUNKED,
        LENGTH,
        UNTIL_CLOSE
    }

    /** Why a provider refuses, where it has words, or even a status, of its own for that. */
    enum Refusal {
        /** Whatever has this status. */
        OF_STATUS,
        OVERFLOW,
        BAD_KEY,
        UNKNOWN_MODEL
    }

    int status = 200;
    /** What the error says of itself, also in the middle of a stream with status 200. */
    int errorStatus = 500;

    String text = "";

    @Nullable
    String body;

    @Nullable
    String contentType;

    final Map<String, String> headers = new LinkedHashMap<>();
    Refusal refusal = Refusal.OF_STATUS;
    long retrySeconds;
    int pieces;
    int inputTokens = 7;
    int outputTokens = 11;
    Finish finish = Finish.STOP;
    Duration headersAfter = Duration.ZERO;
    Duration firstAfter = Duration.ZERO;
    Duration every = Duration.ZERO;
    boolean byByte;
    boolean endless;
    int garbled;
    int errorAfter = -1;

    @Nullable
    At cutAt;

    Tail cut = Tail.KEEP;

    @Nullable
    Framing framing;

    void check() {
        if (endless && texts().isEmpty()) {
            throw new IllegalArgumentException("text must not be empty, but was — an endless answer repeats it");
        }
    }

    /** Gemini says 400 for a bad key, and Mistral for an unknown model. */
    Draft of(Protocol protocol) {
        boolean other = (refusal == Refusal.BAD_KEY && protocol == Protocol.GEMINI)
                || (refusal == Refusal.UNKNOWN_MODEL && protocol == Protocol.MISTRAL);
        if (other) {
            status = 400;
            errorStatus = 400;
        }
        return this;
    }

    boolean isAnswer() {
        return status == 200 && body == null;
    }

    /** The text in the pieces that are sent. */
    List<String> texts() {
        if (text.isEmpty() || finish == Finish.BLOCKED) {
            return List.of();
        }
        if (pieces == 0) {
            return List.of(text.split("(?<=\\s)(?=\\S)"));
        }
        int[] points = text.codePoints().toArray();
        int count = Math.min(pieces, points.length);
        return IntStream.range(0, count).mapToObj(i -> part(points, i, count)).toList();
    }

    private static String part(int[] points, int i, int count) {
        int from = i * points.length / count;
        return new String(points, from, (i + 1) * points.length / count - from);
    }
}
