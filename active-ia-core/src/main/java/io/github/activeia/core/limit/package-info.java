/**
 * Limits on how often a student may ask. {@link io.github.activeia.core.limit.RateLimiter} is the port;
 * {@link io.github.activeia.core.limit.SlidingWindowRateLimiter} is the default for one node.
 */
@NullMarked
package io.github.activeia.core.limit;

import org.jspecify.annotations.NullMarked;
