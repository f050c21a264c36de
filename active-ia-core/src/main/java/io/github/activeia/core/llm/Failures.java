package io.github.activeia.core.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Tells what went wrong by walking the chain of causes: the clients wrap a refused connection in a bare
 * {@link RuntimeException}, so that the outermost class says nothing.
 */
final class Failures {
    private static final int DEEPEST = 16;

    private record Rule(Class<? extends Throwable> type, Ending ending) {}

    /** The first that fits any cause wins, so the special stands before the general. */
    private static final List<Rule> RULES = List.of(
            new Rule(UnfinishedAnswerException.class, Ending.TRUNCATED),
            new Rule(MalformedAnswerException.class, Ending.MALFORMED),
            new Rule(StreamErrorException.class, Ending.SERVER_ERROR),
            new Rule(InterruptedException.class, Ending.INTERRUPTED),
            new Rule(RateLimitException.class, Ending.RATE_LIMITED),
            new Rule(AuthenticationException.class, Ending.AUTHENTICATION),
            new Rule(ModelNotFoundException.class, Ending.NOT_FOUND),
            new Rule(ContentFilteredException.class, Ending.CONTENT_FILTERED),
            new Rule(UnresolvedModelServerException.class, Ending.UNREACHABLE),
            new Rule(InvalidRequestException.class, Ending.INVALID_REQUEST),
            new Rule(HttpConnectTimeoutException.class, Ending.UNREACHABLE),
            new Rule(HttpTimeoutException.class, Ending.TIMEOUT),
            new Rule(TimeoutException.class, Ending.SERVER_TIMEOUT),
            new Rule(InterruptedIOException.class, Ending.TIMEOUT),
            new Rule(SSLException.class, Ending.TLS_FAILURE),
            new Rule(ConnectException.class, Ending.UNREACHABLE),
            new Rule(UnknownHostException.class, Ending.UNREACHABLE),
            new Rule(JsonEOFException.class, Ending.TRUNCATED),
            new Rule(JsonProcessingException.class, Ending.MALFORMED),
            new Rule(ClosedChannelException.class, Ending.UNREACHABLE),
            new Rule(SocketException.class, Ending.CONNECTION_RESET),
            new Rule(IOException.class, Ending.TRUNCATED));

    private Failures() {}

    static Ending classify(Throwable failure) {
        Ending said = refusal(failure).map(StatusException::ending).orElse(null);
        return said == null ? byType(failure) : said;
    }

    private static Ending byType(Throwable failure) {
        return RULES.stream()
                .filter(rule -> causes(failure).anyMatch(rule.type()::isInstance))
                .map(Rule::ending)
                .findFirst()
                .orElseGet(() -> byStatus(failure));
    }

    static @Nullable Duration retryAfter(Throwable failure) {
        return refusal(failure).map(StatusException::retryAfter).orElse(null);
    }

    private static Optional<StatusException> refusal(Throwable failure) {
        return causes(failure)
                .filter(StatusException.class::isInstance)
                .map(StatusException.class::cast)
                .findFirst();
    }

    private static Ending byStatus(Throwable failure) {
        return causes(failure)
                .filter(HttpException.class::isInstance)
                .map(cause -> ofStatus(((HttpException) cause).statusCode()))
                .findFirst()
                .orElseGet(() -> withoutStatus(failure));
    }

    private static Ending ofStatus(int status) {
        return switch (status) {
            case 401, 403 -> Ending.AUTHENTICATION;
            case 404 -> Ending.NOT_FOUND;
            case 408 -> Ending.SERVER_TIMEOUT;
            case 429 -> Ending.RATE_LIMITED;
            default -> status >= 500 ? Ending.SERVER_ERROR : Ending.INVALID_REQUEST;
        };
    }

    /**
     * A client that finds well-formed JSON without the fields it expects stumbles over it, or calls it an internal error of a
     * server that has sent no status.
     */
    private static Ending withoutStatus(Throwable failure) {
        boolean stumbled = causes(failure)
                .anyMatch(cause -> cause instanceof InternalServerException
                        || cause instanceof NullPointerException
                        || cause instanceof IllegalArgumentException
                        || cause instanceof IndexOutOfBoundsException);
        return stumbled ? Ending.MALFORMED : Ending.FAILED;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }
}
