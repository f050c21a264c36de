package io.github.activeia.agents.session;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A state as a shared store keeps it: until when it counts, and its bytes. That the time is within the bytes lets a store whose own
 * clock cannot be set forget a state at the time that ours says.
 */
record SharedState<T>(String name, StateKind<T> kind) {
    static <T> SharedState<T> of(String prefix, StateKey<T> key) {
        return new SharedState<>(prefix + key.id().value(), key.kind());
    }

    /** Bytes that nobody understands, such as those of another release, are a state that is not known. */
    T read(byte @Nullable [] bytes, Instant now) {
        if (bytes == null || bytes.length < Long.BYTES || ByteBuffer.wrap(bytes).getLong() <= now.toEpochMilli()) {
            return kind.fresh();
        }
        try {
            return kind.codec().decode(Arrays.copyOfRange(bytes, Long.BYTES, bytes.length));
        } catch (RuntimeException foreign) {
            return kind.fresh();
        }
    }

    byte[] write(T state, Instant until) {
        byte[] own = kind.codec().encode(state);
        return ByteBuffer.allocate(Long.BYTES + own.length)
                .putLong(until.toEpochMilli())
                .put(own)
                .array();
    }
}
