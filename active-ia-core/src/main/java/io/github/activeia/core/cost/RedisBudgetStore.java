package io.github.activeia.core.cost;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Faults;
import io.github.activeia.core.store.FailPolicy;
import io.github.activeia.core.store.RedisServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Counters in one Redis server, shared by all nodes. Each call is one script, which Redis runs alone, and each counter is forgotten
 * soon after its window. Not for a cluster: the keys of one call would lie on different servers.
 *
 * <pre>{@code
 * RedisBudgetStore store = RedisBudgetStore.connect(URI.create("redis://localhost"));
 * Budgets budgets = Budgets.builder().per(Scope.STUDENT, budget).store(store).build();
 * }</pre>
 *
 * <p>A call waits at most its timeout for a free connection, for a new one to open, and for each reply; then it fails, and
 * {@link Budgets} goes on as {@link FailPolicy} says. A server that lost its data counts from zero. Thread-safe. Close it in the end.
 */
public final class RedisBudgetStore implements BudgetStore, AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMillis(50);
    private static final String PREFIX = "active-ia:budget:";

    private final RedisScripts redis;
    private final String keyPrefix;
    private final String takeScript = Resource.read("budget_take.lua");
    private final String correctScript = Resource.read("budget_correct.lua");

    private RedisBudgetStore(RedisScripts redis, String keyPrefix) {
        this.redis = redis;
        this.keyPrefix = keyPrefix;
    }

    /** Returns counters whose keys begin with {@code active-ia:budget:}, with a timeout of 50 ms. Nothing is contacted yet. */
    public static RedisBudgetStore connect(URI server) {
        return connect(server, PREFIX, TIMEOUT);
    }

    /**
     * Returns counters on a server. Nothing is contacted yet.
     *
     * @param server {@code redis://[[user]:password@]host[:port][/database]}, or {@code rediss:} for an encrypted connection
     * @param keyPrefix what all keys begin with, not blank
     * @param timeout how long to wait for each thing, at least 1 ms
     * @throws ConfigurationException if a value is wrong, or jedis is not on the class path
     */
    public static RedisBudgetStore connect(URI server, String keyPrefix, Duration timeout) {
        RedisServer.requireJedis("redis budget store");
        RedisServer.check(server, new Faults())
                .require(!keyPrefix.isBlank(), "key prefix", "not be blank", "blank", "use " + PREFIX)
                .require(
                        timeout.toMillis() >= 1 && timeout.toMillis() <= Integer.MAX_VALUE,
                        "timeout",
                        "be at least 1 ms",
                        timeout,
                        "use PT0.05S if in doubt")
                .throwIfAny();
        return new RedisBudgetStore(RedisScripts.open(RedisServer.at(server), timeout), keyPrefix);
    }

    @Override
    public Taken take(List<BudgetClaim> claims) {
        List<?> replies = (List<?>) redis.run(takeScript, keys(claims), values(claims));
        List<Long> used = new ArrayList<>();
        for (Object reply : replies.subList(0, claims.size())) {
            used.add((Long) reply);
        }
        return new Taken(replies.get(claims.size()).equals(1L), used);
    }

    @Override
    public void correct(List<BudgetClaim> claims) {
        redis.run(correctScript, keys(claims), values(claims));
    }

    /** Closes the connections; what is asked later fails. */
    @Override
    public void close() {
        redis.close();
    }

    private List<String> keys(List<BudgetClaim> claims) {
        return claims.stream().map(claim -> keyPrefix + claim.key()).toList();
    }

    private static List<String> values(List<BudgetClaim> claims) {
        List<String> values = new ArrayList<>();
        for (BudgetClaim claim : claims) {
            values.add(Long.toString(claim.amount()));
            values.add(Long.toString(claim.limit()));
            values.add(Long.toString(Math.max(1, claim.keep().toMillis())));
        }
        return values;
    }
}
