package io.github.activeia.core.limit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One token of one bucket. */
record Claim(BucketKey key, Rate rate) {
    static Optional<Claim> of(@Nullable Rate rate, BucketKey key) {
        return rate == null ? Optional.empty() : Optional.of(new Claim(key, rate));
    }

    /** Returns the name of the bucket in a shared store. */
    String name() {
        return key.name(rate);
    }
}
