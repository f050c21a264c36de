package io.github.activeia.core.testing;

/**
 * The place in a reply where something happens to it.
 *
 * <p>A piece is one event of a stream that carries text. In an answer that is not streamed it is the same part of the text,
 * inside the one JSON document. Bytes are those of the body, without chunk sizes. Immutable.
 */
public final class At {
    private enum Unit {
        START,
        PIECES,
        BYTES
    }

    private static final At START = new At(Unit.START, 0);

    private final Unit unit;
    private final int count;

    private At(Unit unit, int count) {
        this.unit = unit;
        this.count = FakeReply.notNegative("count", count);
    }

    /** Before the first byte, headers included. */
    public static At start() {
        return START;
    }

    /** After so many pieces, and never later than before the end of the answer; 0 is right after the headers. */
    public static At pieces(int count) {
        return new At(Unit.PIECES, count);
    }

    /** After so many bytes of the body, or after all of them when there are fewer; 0 is right after the headers. */
    public static At bytes(int count) {
        return new At(Unit.BYTES, count);
    }

    boolean isStart() {
        return unit == Unit.START;
    }

    boolean isPieces() {
        return unit == Unit.PIECES;
    }

    /** The most pieces that may be sent. */
    long pieceLimit() {
        return unit == Unit.PIECES ? count : Long.MAX_VALUE;
    }

    /** The most bytes of the body that may be sent. */
    long byteLimit() {
        return unit == Unit.BYTES ? count : Long.MAX_VALUE;
    }
}
