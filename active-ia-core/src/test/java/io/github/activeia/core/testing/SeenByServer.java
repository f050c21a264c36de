package io.github.activeia.core.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What a server saw, and the waiting for it. Thread-safe. */
final class SeenByServer {
    private final List<SeenRequest> requests = new ArrayList<>();
    private int open;

    synchronized void request(SeenRequest request) {
        requests.add(request);
        notifyAll();
    }

    synchronized void connections(int change) {
        open += change;
        notifyAll();
    }

    synchronized List<SeenRequest> requests() {
        return List.copyOf(requests);
    }

    synchronized int open() {
        return open;
    }

    synchronized void changed() {
        notifyAll();
    }

    /** Waits until something is so; fails with what is expected and what there is when it takes too long. */
    synchronized void await(BooleanSupplier reached, Duration timeout, String expected) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!reached.getAsBoolean()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("expected " + expected + " within " + timeout + ", but there are "
                        + requests.size() + " requests and " + open + " open connections");
            }
            try {
                wait(left / 1_000_000 + 1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting for " + expected, e);
            }
        }
    }
}
