/**
 * What is remembered between two messages. {@link io.github.activeia.agents.session.SessionStore} is the port: one state per
 * session, with the end of its conversation, and one per student and activity, each changed by an atomic function, so that two
 * simultaneous messages, even on two nodes, cannot lose an update. {@link io.github.activeia.agents.session.StateStore} is the wider
 * port that the stores in memory, in Redis and in PostgreSQL implement: a state of any kind, which other features keep theirs in.
 *
 * <pre>{@code
 * SessionState after = store.updateSession(key, state -> state.heard(traceId, sanitized, now));
 * }</pre>
 *
 * <p>Traps: states hold sanitised text only. A change may run more than once, so it has no effects of its own.
 */
@NullMarked
package io.github.activeia.agents.session;

import org.jspecify.annotations.NullMarked;
