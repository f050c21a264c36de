package io.github.activeia.samples.benchmarks;

/** A floor that this library must reach, and whether it did. What was not measured was not reached. */
public record Check(String name, String required, String measured, boolean passed) {}
