package io.github.activeia.core.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the fields of a value as bytes, for a {@link CacheCodec}; a {@link FieldReader} reads them in the same order. Texts keep
 * all their characters but lone surrogates. Not thread-safe.
 *
 * <pre>{@code
 * byte[] bytes = FieldWriter.of(1).text("phi3").number(384).bytes();
 * FieldReader fields = FieldReader.of(1, bytes);
 * String model = fields.text();
 * int dimension = fields.number();
 * }</pre>
 */
public final class FieldWriter {
    private static final int ABSENT = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private FieldWriter(int format) {
        number(format);
    }

    /** Starts the bytes of a value, with the number of its format first: raise it when the fields change. */
    public static FieldWriter of(int format) {
        return new FieldWriter(format);
    }

    /** Writes a number. */
    public FieldWriter number(int value) {
        return write(() -> out.writeInt(value));
    }

    /** Writes a number of 64 bits. */
    public FieldWriter big(long value) {
        return write(() -> out.writeLong(value));
    }

    /** Writes a number with a fraction, exactly. */
    public FieldWriter real(double value) {
        return write(() -> out.writeDouble(value));
    }

    /** Writes a yes or no. */
    public FieldWriter flag(boolean value) {
        return write(() -> out.writeBoolean(value));
    }

    /** Writes a text, or that there is none. */
    public FieldWriter text(@Nullable String value) {
        if (value == null) {
            return number(ABSENT);
        }
        byte[] utf8 = value.getBytes(UTF_8);
        return number(utf8.length).write(() -> out.write(utf8));
    }

    /** Writes a list of texts. */
    public FieldWriter texts(List<String> values) {
        number(values.size());
        values.forEach(this::text);
        return this;
    }

    /** Returns what was written. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }

    private FieldWriter write(Step step) {
        try {
            step.run();
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }
}
