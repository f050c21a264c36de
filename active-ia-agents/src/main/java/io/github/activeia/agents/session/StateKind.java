package io.github.activeia.agents.session;

import io.github.activeia.core.cache.CacheCodec;

/**
 * A kind of state.
 *
 * @param type its class; its values are immutable, and equal if nothing changed
 * @param codec its bytes; the same state is always the same bytes
 * @param fresh the state before anything is known
 */
public record StateKind<T>(Class<T> type, CacheCodec<T> codec, T fresh) {}
