package io.github.activeia.core.cache;

import io.github.activeia.core.InvalidValueException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Vectors of one dimension as bytes: one that says how, then the numbers, little-endian. In 32 bits they come back exactly; in 16
 * bits (IEEE 754 half precision) they take half the room, and the cosine of a normalised embedding with any other changes by less than
 * 0.001. Both read what either wrote, so a running cache may be switched. Thread-safe.
 */
public final class VectorCodec implements CacheCodec<float[]> {
    private static final byte FLOAT32 = 1;
    private static final byte FLOAT16 = 2;
    private static final int MAX_DIMENSION = 65_536;

    private final int dimension;
    private final boolean half;

    private VectorCodec(int dimension, boolean half) {
        if (dimension < 1 || dimension > MAX_DIMENSION) {
            throw new InvalidValueException(
                    "dimension", "be from 1 to " + MAX_DIMENSION, dimension, "take that of the embedding model");
        }
        this.dimension = dimension;
        this.half = half;
    }

    /**
     * Returns the codec that loses nothing: 4 bytes a number, and one.
     *
     * @param dimension how many numbers a vector has, 1 to 65,536
     * @throws InvalidValueException if the dimension is out of range
     */
    public static VectorCodec float32(int dimension) {
        return new VectorCodec(dimension, false);
    }

    /**
     * Returns the codec that rounds: 2 bytes a number, and one. A vector with a number that half precision cannot hold, above
     * 65,504 or not a number, is written in 32 bits.
     *
     * @param dimension how many numbers a vector has, 1 to 65,536
     * @throws InvalidValueException if the dimension is out of range
     */
    public static VectorCodec float16(int dimension) {
        return new VectorCodec(dimension, true);
    }

    /**
     * Returns the bytes of a vector.
     *
     * @throws InvalidValueException if it has another dimension
     */
    @Override
    public byte[] encode(float[] vector) {
        requireDimension(vector.length);
        return half && HalfPrecision.holds(vector) ? encode16(vector) : encode32(vector);
    }

    /**
     * Returns the vector of bytes.
     *
     * @throws InvalidValueException if they are not a vector of this dimension
     */
    @Override
    public float[] decode(byte[] bytes) {
        if (bytes.length == 0 || (bytes[0] != FLOAT32 && bytes[0] != FLOAT16)) {
            throw new InvalidValueException("vector", "be written by this codec", "not", "load it again");
        }
        int width = bytes[0] == FLOAT32 ? Float.BYTES : Short.BYTES;
        if (bytes.length != 1 + dimension * width) {
            throw new InvalidValueException(
                    "vector", "have " + dimension + " numbers", bytes.length + " bytes", "load it again");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 1, bytes.length - 1).slice().order(ByteOrder.LITTLE_ENDIAN);
        float[] vector = new float[dimension];
        if (width == Float.BYTES) {
            in.asFloatBuffer().get(vector);
        } else {
            for (int i = 0; i < dimension; i++) {
                vector[i] = HalfPrecision.toFloat(in.getShort());
            }
        }
        return vector;
    }

    private static byte[] encode32(float[] vector) {
        byte[] bytes = new byte[1 + vector.length * Float.BYTES];
        bytes[0] = FLOAT32;
        numbers(bytes).asFloatBuffer().put(vector);
        return bytes;
    }

    private static byte[] encode16(float[] vector) {
        byte[] bytes = new byte[1 + vector.length * Short.BYTES];
        bytes[0] = FLOAT16;
        ByteBuffer out = numbers(bytes);
        for (float number : vector) {
            out.putShort(HalfPrecision.toHalf(number));
        }
        return bytes;
    }

    private static ByteBuffer numbers(byte[] bytes) {
        return ByteBuffer.wrap(bytes, 1, bytes.length - 1).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    private void requireDimension(int length) {
        if (length != dimension) {
            throw new InvalidValueException(
                    "vector",
                    "have " + dimension + " numbers",
                    length,
                    "make the codec for the dimension of the embedding model");
        }
    }
}
