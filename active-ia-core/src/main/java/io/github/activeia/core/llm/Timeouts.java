package io.github.activeia.core.llm;

import java.time.Duration;

/**
 * The limits of one provider. The watchdog keeps them, except the first.
 *
 * @param connect for the connection
 * @param firstToken until the first piece of a stream
 * @param idle between the pieces of a stream
 * @param total for a whole answer
 */
record Timeouts(Duration connect, Duration firstToken, Duration idle, Duration total) {}
