/**
 * Values that were expensive to make, kept for a while. {@link io.github.activeia.core.cache.Cache} is the port.
 *
 * <pre>{@code
 * Cache cache = CaffeineCache.of(64_000_000, clock);
 * CacheKey key = CacheKey.of(CacheFamily.EMBEDDING).part("model", "e5-small").part("text", text).build();
 * cache.put(key, bytes, key.family().timeToLive());
 * }</pre>
 *
 * <p>Trap: a cache may forget anything at any time, so it is never the only place of a value.
 */
@NullMarked
package io.github.activeia.core.cache;

import org.jspecify.annotations.NullMarked;
