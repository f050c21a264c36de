package io.github.activeia.agents.session;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether Redis is asked: after a failure it is left alone for a while, and then one call tries. Thread-safe. */
final class Availability {
    private static final Logger LOG = LoggerFactory.getLogger(RedisSessionStore.class);
    private static final long MINUTE_MILLIS = 60_000;
    private static final long UP = Long.MIN_VALUE;

    private final Clock clock;
    private final Duration pause;
    private final AtomicLong nextTry = new AtomicLong(UP);
    private final AtomicLong nextWarning = new AtomicLong(Long.MIN_VALUE);

    Availability(Clock clock, Duration pause) {
        this.clock = clock;
        this.pause = pause;
    }

    boolean isUp() {
        return nextTry.get() == UP;
    }

    boolean mayTry() {
        long at = nextTry.get();
        long now = clock.millis();
        return at == UP || (now >= at && nextTry.compareAndSet(at, now + pause.toMillis()));
    }

    void answered() {
        if (nextTry.get() != UP && nextTry.getAndSet(UP) != UP) {
            LOG.info("Redis answers again: sessions are shared");
        }
    }

    /** Names the class alone: a message of a driver may repeat an address, a key or a password. */
    void failed(StateOutage outage) {
        long now = clock.millis();
        nextTry.set(now + pause.toMillis());
        long due = nextWarning.get();
        if (now >= due && nextWarning.compareAndSet(due, now + MINUTE_MILLIS)) {
            Throwable cause = outage.getCause() == null ? outage : outage.getCause();
            LOG.warn(
                    "redis of the sessions must answer, but was failing ({}) — see that it runs and is not full; this node"
                            + " remembers by itself meanwhile",
                    cause.getClass().getSimpleName());
        }
    }
}
