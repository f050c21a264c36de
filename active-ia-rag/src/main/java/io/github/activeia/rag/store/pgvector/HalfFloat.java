package io.github.activeia.rag.store.pgvector;

/** Floats of two bytes (IEEE 754 binary16), which Java has only from version 20 on. */
final class HalfFloat {
    private static final float SMALLEST_NORMAL = 0x1p-14f;
    private static final float LARGEST = 65_504f;

    private HalfFloat() {}

    /** Returns the bits of the nearest half, ties to even; what is too large becomes the largest. */
    static short bits(float value) {
        int sign = Float.floatToRawIntBits(value) >>> 16 & 0x8000;
        float size = Math.min(Math.abs(value), LARGEST);
        if (size < SMALLEST_NORMAL) {
            return (short) (sign | (int) Math.rint(size * 0x1p24));
        }
        int bits = Float.floatToRawIntBits(size);
        int rounded = bits + 0xfff + (bits >>> 13 & 1);
        return (short) (sign | (rounded >>> 13) - (112 << 10));
    }
}
