package io.github.activeia.core.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.activeia.core.InvalidValueException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields that a {@link FieldWriter} wrote, in the same order. Bytes that end too early, or that are not of the format,
 * are refused, never guessed at. Not thread-safe.
 */
public final class FieldReader {
    private final ByteBuffer in;

    private FieldReader(ByteBuffer in) {
        this.in = in;
    }

    /**
     * Starts to read a value.
     *
     * @throws InvalidValueException if the bytes are of another format
     */
    public static FieldReader of(int format, byte[] bytes) {
        FieldReader reader = new FieldReader(ByteBuffer.wrap(bytes));
        if (reader.number() != format) {
            throw foreign();
        }
        return reader;
    }

    /** Reads a number. */
    public int number() {
        try {
            return in.getInt();
        } catch (BufferUnderflowException end) {
            throw foreign();
        }
    }

    /** Reads a number of 64 bits. */
    public long big() {
        try {
            return in.getLong();
        } catch (BufferUnderflowException end) {
            throw foreign();
        }
    }

    /** Reads a number with a fraction. */
    public double real() {
        return Double.longBitsToDouble(big());
    }

    /** Reads a yes or no. */
    public boolean flag() {
        return bytes(1)[0] != 0;
    }

    /** Reads a text that must be there. */
    public String text() {
        String text = textOrNull();
        if (text == null) {
            throw foreign();
        }
        return text;
    }

    /** Reads a text that may be absent. */
    public @Nullable String textOrNull() {
        int length = number();
        return length == -1 ? null : new String(bytes(length), UTF_8);
    }

    /** Reads a list of texts. */
    public List<String> texts() {
        int count = count();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    /** Reads how many of something follow: a number that is not negative, and not more than the bytes that are left. */
    public int count() {
        int count = number();
        if (count < 0 || count > in.remaining()) {
            throw foreign();
        }
        return count;
    }

    private byte[] bytes(int length) {
        if (length < 0 || length > in.remaining()) {
            throw foreign();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static InvalidValueException foreign() {
        return new InvalidValueException("value of a cache", "be written by this codec", "not", "load it again");
    }
}
