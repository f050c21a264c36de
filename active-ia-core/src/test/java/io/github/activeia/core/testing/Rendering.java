package io.github.activeia.core.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Turns a reply into the response to one request, in the protocol of that request. */
final class Rendering {
    /** Stands for the text in a document; no text has it, for it would be quoted. */
    private static final String TEXT = "\u0001";

    private final Draft draft;
    private final Chat chat;
    private final boolean streamed;

    private Rendering(Draft draft, Chat chat) {
        this.draft = draft;
        this.chat = chat;
        this.streamed = chat.streamed() && draft.isAnswer();
    }

    static Plan of(FakeReply reply, Chat chat) {
        return new Rendering(reply.draft().of(chat.protocol()), chat).plan();
    }

    private Plan plan() {
        if (draft.cutAt != null && draft.cutAt.isStart()) {
            return new Plan(
                    draft.headersAfter,
                    ByteBuffer.allocate(0),
                    Stream.<Plan.Piece>empty().iterator(),
                    draft.cut);
        }
        Draft.Framing framing = framing();
        PacedBody body = new PacedBody(bytes(), draft, streamed, framing);
        Draft.Tail tail =
                draft.cut == Draft.Tail.KEEP && framing == Draft.Framing.UNTIL_CLOSE ? Draft.Tail.CLOSE : draft.cut;
        return new Plan(
                streamed ? draft.headersAfter : draft.headersAfter.plus(draft.firstAfter), head(framing), body, tail);
    }

    private Draft.Framing framing() {
        if (draft.framing != null) {
            return draft.framing;
        }
        return streamed || draft.endless ? Draft.Framing.CHUNKED : Draft.Framing.LENGTH;
    }

    private ByteBuffer head(Draft.Framing framing) {
        StringBuilder head =
                new StringBuilder("HTTP/1.1 " + draft.status + (draft.status == 200 ? " OK" : " Scripted"));
        head.append("\r\nContent-Type: ").append(contentType());
        for (Map.Entry<String, String> header : draft.headers.entrySet()) {
            head.append("\r\n").append(header.getKey()).append(": ").append(header.getValue());
        }
        head.append(
                switch (framing) {
                    case CHUNKED -> "\r\nTransfer-Encoding: chunked";
                    case UNTIL_CLOSE -> "\r\nConnection: close";
                    case LENGTH -> "\r\nContent-Length: " + length();
                });
        return ByteBuffer.wrap(head.append("\r\n\r\n").toString().getBytes(UTF_8));
    }

    private String contentType() {
        if (draft.contentType != null) {
            return draft.contentType;
        }
        return streamed ? chat.protocol().contentType() : "application/json";
    }

    /** What the whole body would have been, also when it is cut. */
    private int length() {
        return pieces(Long.MAX_VALUE).mapToInt(bytes -> bytes.length).sum();
    }

    private Iterator<byte[]> bytes() {
        Stream<byte[]> pieces = pieces(draft.cutAt == null ? Long.MAX_VALUE : draft.cutAt.pieceLimit());
        return (draft.byByte ? pieces.flatMap(Rendering::singly) : pieces).iterator();
    }

    private static Stream<byte[]> singly(byte[] bytes) {
        return IntStream.range(0, bytes.length).mapToObj(i -> new byte[] {bytes[i]});
    }

    private Stream<byte[]> pieces(long limit) {
        if (!draft.isAnswer() || (draft.errorAfter >= 0 && !streamed)) {
            return Stream.of(fixedBody().getBytes(UTF_8)).limit(limit);
        }
        Stream<String> pieces = streamed ? events(limit) : parts(limit);
        return pieces.filter(piece -> !piece.isEmpty()).map(piece -> piece.getBytes(UTF_8));
    }

    private String fixedBody() {
        return draft.body != null ? draft.body : ErrorBodies.of(chat.protocol(), draft);
    }

    /** The document around the text, cut between the pieces of the text. */
    private Stream<String> parts(long limit) {
        String[] around = chat.protocol().document(draft, TEXT).split(TEXT, 2);
        Stream<String> texts = texts(around[0]).limit(limit);
        return limit < Long.MAX_VALUE || around.length == 1 ? texts : Stream.concat(texts, Stream.of(around[1]));
    }

    private Stream<String> events(long limit) {
        Protocol protocol = chat.protocol();
        String opening = protocol.opening().isEmpty() ? "" : protocol.line(protocol.opening());
        Stream<String> texts = texts(opening).limit(draft.errorAfter < 0 ? limit : Math.min(limit, draft.errorAfter));
        return limit < Long.MAX_VALUE
                ? texts
                : Stream.concat(texts, Stream.of(end().map(protocol::line).collect(joining())));
    }

    /** What follows the text, all at once. */
    private Stream<String> end() {
        if (draft.errorAfter >= 0) {
            return Stream.of(ErrorBodies.of(chat.protocol(), draft));
        }
        if (draft.finish == Finish.MISSING) {
            return Stream.empty();
        }
        return (chat.usage()
                        ? chat.protocol().endWithUsage(draft)
                        : chat.protocol().end(draft))
                .stream();
    }

    /** The pieces as they are sent, events of a stream or parts of the text; what opens the answer goes with the first. */
    private Stream<String> texts(String opening) {
        List<String> texts = draft.texts();
        if (texts.isEmpty()) {
            return Stream.of(opening);
        }
        IntStream numbers = draft.endless ? IntStream.iterate(0, i -> i + 1) : IntStream.range(0, texts.size());
        return numbers.mapToObj(
                i -> (i == 0 ? opening : "") + piece(texts.get(i % texts.size()), i + 1 == draft.garbled));
    }

    private String piece(String text, boolean garbled) {
        String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(text));
        if (!streamed) {
            return garbled ? "\"}{" + quoted : quoted;
        }
        String event = chat.protocol().event(draft, quoted);
        return chat.protocol().line(garbled ? event.substring(0, event.length() / 2) : event);
    }
}
