/**
 * What the rooms that keep things in Redis or PostgreSQL have in common, so that each says it in the same way: where a server is, how
 * a client opens, which library is missing, and which names a table may have. A host needs it only to write a store of its own; the
 * entry types are {@link io.github.activeia.core.store.RedisServer} and {@link io.github.activeia.core.store.SqlTable}.
 *
 * <pre>{@code
 * SqlTable table = new SqlTable("school.ledger");
 * String sql = table.sql("select count(*) from ${table}");
 * }</pre>
 *
 * <p>Trap: {@link io.github.activeia.core.store.RedisServer#connect} needs jedis, which the host adds.
 */
@NullMarked
package io.github.activeia.core.store;

import org.jspecify.annotations.NullMarked;
