package io.github.activeia.agents.safety;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collections;
import java.util.Set;

/** The runs of words of the texts of courses, each read once for many replies. Thread-safe. */
final class ReadRuns {
    private static final int KEPT = 256;

    private final Cache<String, Set<String>> read =
            Caffeine.newBuilder().maximumSize(KEPT).executor(Runnable::run).build();

    Set<String> of(String text) {
        return read.get(text, one -> Collections.unmodifiableSet(Shingles.ofWords(one)));
    }
}
