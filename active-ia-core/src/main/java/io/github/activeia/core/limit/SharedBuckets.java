package io.github.activeia.core.limit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Token buckets that many nodes share. */
interface SharedBuckets extends AutoCloseable {
    /**
     * Takes every token, or none and says how long to wait.
     *
     * @throws Exception if the store does not answer; then some of the tokens may be gone
     */
    Optional<Duration> take(List<Claim> claims) throws Exception;

    /** Does what the buckets need now and then; called about once a minute, off the path of a question. */
    void sweep() throws Exception;

    @Override
    void close();
}
