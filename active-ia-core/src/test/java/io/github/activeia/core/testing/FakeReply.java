package io.github.activeia.core.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What a {@link FakeLlmServer} does with one request: an answer, a refusal, or either of them broken somewhere. The protocol, and
 * whether it is streamed, is decided by the request.
 *
 * <pre>{@code
 * FakeReply.answer("Una cola es circular cuando…").firstAfter(Duration.ofSeconds(1)).every(Duration.ofMillis(50));
 * FakeReply.answer("Una cola es…").stall(At.pieces(2));
 * FakeReply.answer("Una cola es…").ending(Finish.MISSING);
 * FakeReply.status(429).retryAfter(Duration.ofSeconds(7));
 * FakeReply.silent();
 * }</pre>
 *
 * <p>Traps: of two options that say the same thing, the later one counts. Immutable.
 */
public final class FakeReply {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final Consumer<Draft> changes;

    private FakeReply(Consumer<Draft> changes) {
        this.changes = changes;
    }

    /** An answer with 7 tokens in and 11 out, cut into words when it is streamed; an empty text is an empty answer. */
    public static FakeReply answer(String text) {
        return new FakeReply(draft -> draft.text = text);
    }

    /** A status with a body as the provider writes it for that status. */
    public static FakeReply status(int status) {
        return new FakeReply(draft -> {
            draft.status = status;
            draft.errorStatus = status;
        });
    }

    /** Status 400 and the provider's words for a prompt that is too long. */
    public static FakeReply contextOverflow() {
        return status(400).with(draft -> draft.refusal = Draft.Refusal.OVERFLOW);
    }

    /** What the provider says to a wrong key: status 401, at Gemini 400. */
    public static FakeReply badKey() {
        return status(401).with(draft -> draft.refusal = Draft.Refusal.BAD_KEY);
    }

    /** What the provider says to a model that it does not have: status 404, at Mistral 400. */
    public static FakeReply unknownModel() {
        return status(404).with(draft -> draft.refusal = Draft.Refusal.UNKNOWN_MODEL);
    }

    /** Status 200 and this body, as JSON. */
    public static FakeReply body(String body) {
        return new FakeReply(draft -> draft.body = body);
    }

    /** Status 200 and a page, as a proxy or a login wall sends it. */
    public static FakeReply html() {
        return body("<!DOCTYPE html><html><body><h1>Service unavailable</h1></body></html>\n")
                .header("Content-Type", "text/html; charset=utf-8");
    }

    /** Not one byte, until the client or the server closes. */
    public static FakeReply silent() {
        return answer("").stall(At.start());
    }

    /** Sends an answer in so many pieces of about the same length. Default: one for each word. */
    public FakeReply pieces(int count) {
        notNegative("pieces", count - 1);
        return with(draft -> draft.pieces = count);
    }

    /** Sets what the provider says that the answer used. Default: 7 in and 11 out. */
    public FakeReply tokens(int input, int output) {
        return with(draft -> {
            draft.inputTokens = input;
            draft.outputTokens = output;
        });
    }

    /** Sets how the answer says that it is at its end. Default: {@link Finish#STOP}. */
    public FakeReply ending(Finish finish) {
        return with(draft -> draft.finish = finish);
    }

    /** Waits so long before the headers. */
    public FakeReply headersAfter(Duration delay) {
        return with(draft -> draft.headersAfter = delay);
    }

    /** Waits so long for the first piece; the headers of a stream are sent at once, those of another answer wait too. */
    public FakeReply firstAfter(Duration delay) {
        return with(draft -> draft.firstAfter = delay);
    }

    /** Waits so long between two pieces. */
    public FakeReply every(Duration pause) {
        return with(draft -> draft.every = pause);
    }

    /** Sends byte by byte, and waits so long between two bytes. */
    public FakeReply everyByte(Duration pause) {
        return every(pause).with(draft -> draft.byByte = true);
    }

    /** Begins the text again when it is at its end, for ever. Needs a text that is not empty. */
    public FakeReply endless() {
        return with(draft -> draft.endless = true);
    }

    /** Makes the JSON of one piece malformed; 1 is the first. */
    public FakeReply garbled(int piece) {
        notNegative("piece", piece - 1);
        return with(draft -> draft.garbled = piece);
    }

    /** Sends the provider's error object after so many pieces, with status 200, and ends. Without a stream it is the whole body. */
    public FakeReply errorAfter(int pieces) {
        notNegative("pieces", pieces);
        return with(draft -> draft.errorAfter = pieces);
    }

    /** Sends nothing more from there on, and leaves the connection open. */
    public FakeReply stall(At at) {
        return cut(at, Draft.Tail.HOLD);
    }

    /** Closes the connection there as a program that ends does it (FIN): what was announced does not come. */
    public FakeReply close(At at) {
        return cut(at, Draft.Tail.FIN);
    }

    /** Breaks the connection there (RST), some milliseconds after the last byte, so that the client has read it. */
    public FakeReply reset(At at) {
        return cut(at, Draft.Tail.RESET);
    }

    /** Announces no length and no chunks: the body ends where the connection does, so that a cut looks like an end. */
    public FakeReply untilClose() {
        return with(draft -> draft.framing = Draft.Framing.UNTIL_CLOSE);
    }

    /** Sends chunks where a length would be announced. */
    public FakeReply chunked() {
        return with(draft -> draft.framing = Draft.Framing.CHUNKED);
    }

    /** Adds {@code Retry-After} in seconds; Gemini repeats it in the body, as the real one does. */
    public FakeReply retryAfter(Duration delay) {
        return with(draft -> draft.retrySeconds = delay.toSeconds())
                .header("Retry-After", Long.toString(delay.toSeconds()));
    }

    /** Adds {@code Retry-After} as a date of HTTP, in whole seconds. */
    public FakeReply retryAt(Instant time) {
        return header("Retry-After", HTTP_DATE.format(time));
    }

    /** Adds a header; a {@code Content-Type} takes the place of the usual one. */
    public FakeReply header(String name, String value) {
        return with(draft -> {
            if (name.equalsIgnoreCase("Content-Type")) {
                draft.contentType = value;
            } else {
                draft.headers.put(name, value);
            }
        });
    }

    static FakeReply unscripted() {
        return body("{\"error\": \"no script for this request\"}").with(draft -> draft.status = 501);
    }

    Draft draft() {
        Draft draft = new Draft();
        changes.accept(draft);
        return draft;
    }

    static int notNegative(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " is too small — count from 0, and pieces themselves from 1");
        }
        return value;
    }

    private FakeReply cut(At at, Draft.Tail tail) {
        return with(draft -> {
            draft.cutAt = at;
            draft.cut = tail;
        });
    }

    private FakeReply with(Consumer<Draft> change) {
        FakeReply changed = new FakeReply(changes.andThen(change));
        changed.draft().check();
        return changed;
    }
}
