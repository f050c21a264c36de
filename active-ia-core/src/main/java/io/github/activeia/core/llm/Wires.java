package io.github.activeia.core.llm;

import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * Opens the wire of one provider.
 *
 * @param timeouts the provider's
 * @param executor what the wire's own work runs on
 * @param clock what dates in headers are compared with
 */
record Wires(Timeouts timeouts, Executor executor, Clock clock) {
    Wire open(LastEvent last) {
        return new Wire(timeouts, last, executor, clock);
    }
}
