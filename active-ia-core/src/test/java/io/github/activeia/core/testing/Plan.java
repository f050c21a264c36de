package io.github.activeia.core.testing;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Iterator;

/**
 * The bytes of one response, in the order and at the pace in which they are sent.
 *
 * @param delay before the head
 * @param head status line and headers, or nothing
 */
record Plan(Duration delay, ByteBuffer head, Iterator<Piece> body, Draft.Tail tail) {
    /** Bytes of the body, with the size of the chunk when there are chunks; they wait first. */
    record Piece(Duration delay, ByteBuffer bytes) {}
}
