/**
 * What is remembered between two messages. {@link io.github.activeia.agents.session.SessionStore} is the port: one state per
 * session, one per student and activity, each changed by an atomic function, so that two simultaneous messages, even on two
 * nodes, cannot lose an update.
 *
 * <pre>{@code
 * SessionState after = store.updateSession(key, SessionState::frustrated);
 * }</pre>
 *
 * <p>Trap: states hold sanitised text only.
 */
@NullMarked
package io.github.activeia.agents.session;

import org.jspecify.annotations.NullMarked;
