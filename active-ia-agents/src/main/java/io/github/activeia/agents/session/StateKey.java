package io.github.activeia.agents.session;

import io.github.activeia.core.cache.CacheKey;

/**
 * Which state, of which kind.
 *
 * @param kind the kind
 * @param id a hash of whose state it is, and of the kind, so that two kinds never share an id
 */
public record StateKey<T>(StateKind<T> kind, CacheKey id) {}
