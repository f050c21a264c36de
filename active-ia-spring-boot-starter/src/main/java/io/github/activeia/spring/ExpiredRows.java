package io.github.activeia.spring;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes from PostgreSQL what has outlived its time, in a thread of its own: no server does so by itself. A failure is logged, and the
 * next round tries again. Without anything to delete from there is no thread.
 */
final class ExpiredRows implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExpiredRows.class);

    private final Map<String, LongSupplier> stores;
    private final ScheduledExecutorService thread;

    /**
     * Begins, with the first round after one period.
     *
     * @param stores what is deleted from by what it holds; each says how many rows it deleted
     */
    ExpiredRows(Map<String, LongSupplier> stores, Duration period) {
        this.stores = Map.copyOf(stores);
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "active-ia-expired-rows");
            made.setDaemon(true);
            return made;
        });
        if (!stores.isEmpty()) {
            var unused = thread.scheduleWithFixedDelay(
                    this::delete, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Deletes what has outlived its time now. */
    void delete() {
        stores.forEach((what, store) -> {
            try {
                long rows = store.getAsLong();
                LOG.debug("{} expired rows of {} were deleted", rows, what);
            } catch (RuntimeException failure) {
                LOG.warn(
                        "The expired rows of {} could not be deleted: {}; the next round tries again",
                        what,
                        failure.getClass().getName());
            }
        });
    }

    /** Ends the thread. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
