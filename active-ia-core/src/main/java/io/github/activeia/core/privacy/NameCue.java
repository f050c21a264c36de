package io.github.activeia.core.privacy;

/** Finds names that one kind of wording announces at a token. Implementations are immutable and thread-safe. */
@FunctionalInterface
interface NameCue {
    void read(NameScan scan, int at);
}
