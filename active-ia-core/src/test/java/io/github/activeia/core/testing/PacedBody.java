package io.github.activeia.core.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;

/** A body on its way to the wire: cut where the reply breaks, in chunks when it has chunks, and each piece after its pause. */
final class PacedBody implements Iterator<Plan.Piece> {
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(ISO_8859_1);

    private final Iterator<byte[]> source;
    private final Duration pause;
    private final boolean chunked;
    private Duration next;
    private long left;
    private boolean lastChunk;

    PacedBody(Iterator<byte[]> source, Draft draft, boolean streamed, Draft.Framing framing) {
        this.source = source;
        this.pause = draft.every;
        this.next = streamed ? draft.firstAfter : Duration.ZERO;
        this.left = draft.cutAt == null ? Long.MAX_VALUE : draft.cutAt.byteLimit();
        this.chunked = framing == Draft.Framing.CHUNKED;
        this.lastChunk = chunked && draft.cut == Draft.Tail.KEEP;
    }

    @Override
    public boolean hasNext() {
        return left > 0 && (source.hasNext() || lastChunk);
    }

    @Override
    public Plan.Piece next() {
        if (!source.hasNext()) {
            lastChunk = false;
            return new Plan.Piece(Duration.ZERO, ByteBuffer.wrap(LAST_CHUNK));
        }
        byte[] bytes = source.next();
        if (bytes.length > left) {
            bytes = Arrays.copyOf(bytes, (int) left);
        }
        left -= bytes.length;
        Plan.Piece piece = new Plan.Piece(next, ByteBuffer.wrap(chunked ? chunk(bytes) : bytes));
        next = pause;
        return piece;
    }

    private static byte[] chunk(byte[] bytes) {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(ISO_8859_1));
        chunk.writeBytes(bytes);
        chunk.writeBytes("\r\n".getBytes(ISO_8859_1));
        return chunk.toByteArray();
    }
}
