package io.github.activeia.core.testing;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * One way in which a provider fails, for tables of all of them.
 *
 * @param url where the client is sent to
 * @param reply what it finds there
 */
public record Fault(Function<FakeLlmServer, String> url, FakeReply reply) {
    /** The text of every answer that is not cut. */
    public static final String TEXT = "Una cola circular reusa el lugar del primero.";

    private static final Duration STEP = Duration.ofMillis(200);

    /** Returns what is asked. */
    public static ChatRequest question() {
        return ChatRequest.builder()
                .messages(UserMessage.from("¿Qué es una cola circular?"))
                .build();
    }

    /** Returns all faults by name, and health, named {@code none}, for comparison. */
    public static Map<String, Fault> all() {
        Map<String, Fault> faults = new LinkedHashMap<>();
        addSlowOnes(faults);
        addRefusals(faults);
        addBrokenOnes(faults);
        addStrangeOnes(faults);
        return faults;
    }

    private static void addSlowOnes(Map<String, Fault> faults) {
        FakeReply answer = FakeReply.answer(TEXT);
        faults.put("none", at(answer));
        faults.put("first token after 3 s", at(answer.firstAfter(Duration.ofSeconds(3))));
        faults.put("a piece every 0.5 s, 8 pieces", at(answer.every(Duration.ofMillis(500))));
        faults.put("endless, a piece every 0.2 s", at(answer.every(STEP).endless()));
        faults.put("endless, a byte every 0.2 s", at(answer.everyByte(STEP).endless()));
        faults.put("silent, not a byte", at(FakeReply.silent()));
        faults.put("headers, then stalled", at(answer.stall(At.pieces(0))));
        faults.put("stalled after 2 pieces", at(answer.stall(At.pieces(2))));
        faults.put("stalled after 60 bytes", at(answer.stall(At.bytes(60))));
    }

    private static void addRefusals(Map<String, Fault> faults) {
        FakeReply answer = FakeReply.answer(TEXT);
        faults.put("connection refused", new Fault(server -> FakeLlmServer.refusingUrl(), answer));
        faults.put("TLS handshake fails", new Fault(FakeLlmServer::brokenHttpsUrl, answer));
        for (int status : new int[] {400, 401, 403, 404, 408, 413}) {
            faults.put("status " + status, at(FakeReply.status(status)));
        }
        faults.put("status 400, context overflow", at(FakeReply.contextOverflow()));
        faults.put("bad key, as the provider says it", at(FakeReply.badKey()));
        faults.put("unknown model, as the provider says it", at(FakeReply.unknownModel()));
        faults.put("status 429", at(FakeReply.status(429)));
        faults.put("status 429, Retry-After: 7", at(FakeReply.status(429).retryAfter(Duration.ofSeconds(7))));
        faults.put("status 500", at(FakeReply.status(500)));
        faults.put("status 503", at(FakeReply.status(503)));
    }

    private static void addBrokenOnes(Map<String, Fault> faults) {
        FakeReply answer = FakeReply.answer(TEXT);
        faults.put("closed (FIN) before headers", at(answer.close(At.start())));
        faults.put("closed after headers", at(answer.close(At.pieces(0))));
        faults.put("closed after 2 pieces", at(answer.close(At.pieces(2))));
        faults.put("closed after 60 bytes", at(answer.close(At.bytes(60))));
        faults.put(
                "closed after 2 pieces, body until close",
                at(answer.untilClose().close(At.pieces(2))));
        faults.put("end marker missing", at(answer.ending(Finish.MISSING)));
        faults.put("only [DONE] missing", at(answer.ending(Finish.WITHOUT_DONE)));
        faults.put("reset (RST) before headers", at(answer.reset(At.start())));
        faults.put("reset after 2 pieces", at(answer.reset(At.pieces(2))));
        faults.put("reset after 60 bytes", at(answer.reset(At.bytes(60))));
    }

    private static void addStrangeOnes(Map<String, Fault> faults) {
        FakeReply answer = FakeReply.answer(TEXT);
        faults.put("malformed JSON in piece 1", at(answer.garbled(1)));
        faults.put("malformed JSON in piece 3", at(answer.garbled(3)));
        faults.put("HTML page with status 200", at(FakeReply.html()));
        faults.put("JSON that is no answer", at(FakeReply.body("{}")));
        faults.put("error object at once, status 200", at(answer.errorAfter(0)));
        faults.put("error object after 2 pieces", at(answer.errorAfter(2)));
        faults.put("empty answer", at(FakeReply.answer("")));
        faults.put("cut by the token limit", at(answer.ending(Finish.LENGTH)));
        faults.put("content filter after the text", at(answer.ending(Finish.FILTERED)));
        faults.put("content filter without text", at(FakeReply.answer("").ending(Finish.FILTERED)));
        faults.put("prompt blocked", at(FakeReply.answer("").ending(Finish.BLOCKED)));
    }

    private static Fault at(FakeReply reply) {
        return new Fault(FakeLlmServer::url, reply);
    }
}
