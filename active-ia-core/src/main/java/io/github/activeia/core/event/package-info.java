/**
 * What happened, for hosts: metrics, dashboards, learning records. A {@link io.github.activeia.core.event.ReplyListener} hears of
 * every reply together with its trace.
 */
@NullMarked
package io.github.activeia.core.event;

import org.jspecify.annotations.NullMarked;
