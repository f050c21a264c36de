package io.github.activeia.core.cache;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Random;

/** Prints what a vector takes as bytes and as JSON. Not a test: a program for a person. */
final class VectorCodecMeasurement {
    private static final int PASSES = 20;
    private static final int ROUNDS = 2_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final CacheCodec<float[]> AS_JSON = new CacheCodec<>() {
        @Override
        public byte[] encode(float[] value) {
            try {
                return JSON.writeValueAsBytes(value);
            } catch (java.io.IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        }

        @Override
        public float[] decode(byte[] bytes) {
            try {
                return JSON.readValue(bytes, float[].class);
            } catch (java.io.IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        }
    };

    private VectorCodecMeasurement() {}

    public static void main(String[] arguments) {
        for (int dimension : new int[] {384, 768}) {
            float[] vector = vector(dimension);
            measure("float32", VectorCodec.float32(dimension), vector);
            measure("float16", VectorCodec.float16(dimension), vector);
            measure("JSON", AS_JSON, vector);
        }
    }

    private static void measure(String name, CacheCodec<float[]> codec, float[] vector) {
        byte[] bytes = codec.encode(vector);
        double encode = Double.MAX_VALUE;
        double decode = Double.MAX_VALUE;
        for (int pass = 0; pass < PASSES; pass++) { // the quickest: the others warm up, or share the machine
            encode = Math.min(encode, micros(() -> codec.encode(vector).length));
            decode = Math.min(decode, micros(() -> codec.decode(bytes).length));
        }
        System.out.printf(
                Locale.ROOT,
                "%4d  %-8s %6d bytes  encode %7.2f µs  decode %7.2f µs%n",
                vector.length,
                name,
                bytes.length,
                encode,
                decode);
    }

    private static double micros(java.util.function.IntSupplier work) {
        long sum = 0;
        long start = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            sum += work.getAsInt();
        }
        long nanos = System.nanoTime() - start;
        if (sum == 0) {
            throw new IllegalStateException("nothing was done");
        }
        return nanos / 1e3 / ROUNDS;
    }

    private static float[] vector(int dimension) {
        Random random = new Random(7);
        float[] vector = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            vector[i] = (float) (random.nextGaussian() / Math.sqrt(dimension));
        }
        return vector;
    }
}
