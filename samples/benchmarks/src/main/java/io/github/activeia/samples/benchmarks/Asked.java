package io.github.activeia.samples.benchmarks;

/** A question with its vector. The vector is shared, so nobody changes it. */
@SuppressWarnings("ArrayRecordComponent")
record Asked(String id, String text, float[] vector) {}
