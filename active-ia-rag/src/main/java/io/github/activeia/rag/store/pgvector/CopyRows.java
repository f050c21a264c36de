package io.github.activeia.rag.store.pgvector;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the binary form of COPY. They are gathered while a document is embedded, without a connection. Not thread-safe.
 *
 * <p>The forms are those of PostgreSQL's and pgvector's {@code *_send} functions.
 */
final class CopyRows implements AutoCloseable {
    private static final int TEXT = 25;
    private static final int INTEGER = 23;

    private final Spool spool;
    private ByteBuffer row = ByteBuffer.allocate(1 << 14);
    private int rows;

    CopyRows(Spool spool) {
        this.spool = spool;
    }

    int rows() {
        return rows;
    }

    Spool spool() {
        return spool;
    }

    CopyRows begin(int fields) {
        row.clear();
        room(2).putShort((short) fields);
        return this;
    }

    void end() {
        spool.write(row.array(), row.position());
        rows++;
    }

    CopyRows text(@Nullable String value) {
        if (value == null) {
            room(4).putInt(-1);
            return this;
        }
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    CopyRows integer(@Nullable Integer value) {
        if (value == null) {
            room(4).putInt(-1);
        } else {
            room(8).putInt(4).putInt(value);
        }
        return this;
    }

    CopyRows number(long value) {
        room(12).putInt(8).putLong(value);
        return this;
    }

    CopyRows uuid(UUID value) {
        room(20).putInt(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        return this;
    }

    CopyRows json(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        room(5 + encoded.length).putInt(1 + encoded.length).put((byte) 1).put(encoded);
        return this;
    }

    CopyRows texts(List<String> values) {
        byte[][] encoded = values.stream()
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        int length = 0;
        for (byte[] one : encoded) {
            length += 4 + one.length;
        }
        array(TEXT, encoded.length, length);
        for (byte[] one : encoded) {
            bytes(one);
        }
        return this;
    }

    CopyRows integers(int[] values) {
        array(INTEGER, values.length, 8 * values.length);
        room(8 * values.length);
        for (int value : values) {
            row.putInt(4).putInt(value);
        }
        return this;
    }

    CopyRows vector(VectorStorage storage, float[] values) {
        boolean half = storage == VectorStorage.HALF;
        room(8 + 4 * values.length).putInt(4 + values.length * (half ? 2 : 4));
        row.putShort((short) values.length).putShort((short) 0);
        for (float value : values) {
            if (half) {
                row.putShort(HalfFloat.bits(value));
            } else {
                row.putFloat(value);
            }
        }
        return this;
    }

    /** Writes a sparse vector; the numbers of its places begin at 1 and ascend. */
    CopyRows sparse(int dimension, int[] places, float[] values) {
        room(16 + 8 * places.length).putInt(12 + 8 * places.length);
        row.putInt(dimension).putInt(places.length).putInt(0);
        for (int place : places) {
            row.putInt(place - 1);
        }
        for (float value : values) {
            row.putFloat(value);
        }
        return this;
    }

    @Override
    public void close() {
        spool.close();
    }

    private CopyRows bytes(byte[] value) {
        room(4 + value.length).putInt(value.length).put(value);
        return this;
    }

    /** Writes what comes before the elements of an array; one without elements has no dimension either. */
    private void array(int type, int elements, int length) {
        room(24).putInt(elements == 0 ? 12 : 20 + length);
        row.putInt(elements == 0 ? 0 : 1).putInt(0).putInt(type);
        if (elements > 0) {
            row.putInt(elements).putInt(1);
        }
    }

    private ByteBuffer room(int bytes) {
        if (row.remaining() < bytes) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(row.capacity() * 2, row.position() + bytes));
            row.flip();
            row = larger.put(row);
        }
        return row;
    }
}
