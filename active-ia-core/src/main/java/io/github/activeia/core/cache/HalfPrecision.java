package io.github.activeia.core.cache;

/** IEEE 754 binary16: 1 bit of sign, 5 of exponent, 10 of fraction. The JDK converts it from version 20 on. */
final class HalfPrecision {
    private static final float MAX = 65_504f;
    private static final int SIGN = 0x8000;
    private static final int FRACTION_BITS = 10;
    private static final int FRACTION = 0x3ff;
    private static final int BITS_DROPPED = 13; // of the 23 that a float's fraction has
    private static final int BIAS_DIFFERENCE = 127 - 15;
    private static final float SMALLEST_NORMAL = 0x1p-14f;
    private static final float SMALLEST = 0x1p-24f;

    private HalfPrecision() {}

    static boolean holds(float[] vector) {
        for (float number : vector) {
            if (!(Math.abs(number) <= MAX)) {
                return false;
            }
        }
        return true;
    }

    /** Rounds to the nearest, and to the even one of two; the number is one that {@link #holds}. */
    static short toHalf(float number) {
        int bits = Float.floatToRawIntBits(number);
        int sign = bits >>> 16 & SIGN;
        float size = Math.abs(number);
        if (size < SMALLEST_NORMAL) {
            return (short) (sign | (int) Math.rint(size / SMALLEST));
        }
        int magnitude = (bits & 0x7fff_ffff) - (BIAS_DIFFERENCE << 23);
        int odd = magnitude >>> BITS_DROPPED & 1;
        return (short) (sign | (magnitude + (1 << (BITS_DROPPED - 1)) - 1 + odd) >>> BITS_DROPPED);
    }

    static float toFloat(short half) {
        int exponent = half >>> FRACTION_BITS & 0x1f;
        int fraction = half & FRACTION;
        float size = exponent == 0
                ? fraction * SMALLEST
                : Float.intBitsToFloat((exponent + BIAS_DIFFERENCE) << 23 | fraction << BITS_DROPPED);
        return (half & SIGN) == 0 ? size : -size;
    }
}
