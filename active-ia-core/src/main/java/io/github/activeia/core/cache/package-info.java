/**
 * Values that were expensive to make, kept for a while. {@link io.github.activeia.core.cache.Cache} is the port: in memory
 * ({@link io.github.activeia.core.cache.CaffeineCache}), shared by all nodes ({@link io.github.activeia.core.cache.RedisCache},
 * {@link io.github.activeia.core.cache.PostgresCache}), the first before the second
 * ({@link io.github.activeia.core.cache.TieredCache}), or none. {@link io.github.activeia.core.cache.CachedValues} is what code
 * asks: it loads a value once, however many threads want it.
 *
 * <pre>{@code
 * Cache near = CaffeineCache.of(64_000_000, clock);
 * Cache cache = TieredCache.of(near, RedisCache.connect(URI.create("redis://localhost")), Duration.ofMinutes(1));
 * CachedValues<float[]> vectors = CachedValues.of(cache, VectorCodec.float32(384));
 *
 * CacheKey key = CacheKey.of(CacheFamily.EMBEDDING).part("model", "e5-small").part("text", text).build();
 * float[] vector = vectors.get(key, () -> model.embed(text));
 * }</pre>
 *
 * <p>Traps: a cache may forget anything at any time, so it is never the only place of a value. What must not be shared is not
 * put: a reply that used a student's history or personal data has a key {@linkplain
 * io.github.activeia.core.cache.CacheKey.Builder#onlyFor of that student}, and a blocked or escalated one is not {@linkplain
 * io.github.activeia.core.cache.CachedValues#keepIf kept}. A value that another node replaces or removes may be seen from the
 * near tier for its time to live.
 */
@NullMarked
package io.github.activeia.core.cache;

import org.jspecify.annotations.NullMarked;
