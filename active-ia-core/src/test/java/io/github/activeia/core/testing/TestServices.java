package io.github.activeia.core.testing;

import java.net.URI;

/**
 * The door to the real servers for tests. Each is looked for once per JVM, in this order, and the line that says what was found
 * is printed once: the URL in {@code ACTIVE_IA_TEST_PG_URL} or {@code ACTIVE_IA_TEST_REDIS_URL}; Docker; installed servers; a
 * small Debian tree, on Linux as root, which takes a minute the first time. What is started keeps running for the next build.
 *
 * <p>This is the only state of the library's fixtures that is static: a server belongs to the machine, not to a test. Thread-safe.
 *
 * @see TestDatabase
 * @see TestRedis
 */
public final class TestServices {
    private static final ServiceFinder FINDER = new ServiceFinder(System::getenv, new ServicesScript());
    private static final Once<TestPostgres> POSTGRES =
            new Once<>(() -> announced(PostgresProbe.probe(FINDER.find("postgres", "ACTIVE_IA_TEST_PG_URL"))));
    private static final Once<RedisProbe> REDIS =
            new Once<>(() -> announced(RedisProbe.probe(FINDER.find("redis", "ACTIVE_IA_TEST_REDIS_URL"))));

    private TestServices() {}

    /**
     * Returns a PostgreSQL server of version 15 or newer that has pgvector 0.7 or newer. Tests want a {@link TestDatabase} of it.
     *
     * @throws io.github.activeia.core.InvalidValueException if the URL that is set leads to no such server
     * @throws IllegalStateException if there is none and none can be started; the message says what to do
     */
    public static TestPostgres postgres() {
        return POSTGRES.get();
    }

    /**
     * Returns where a Redis server answers. Tests want a {@link TestRedis}, which has keys of its own.
     *
     * @throws io.github.activeia.core.InvalidValueException if the URL that is set leads to no such server
     * @throws IllegalStateException if there is none and none can be started; the message says what to do
     */
    public static URI redis() {
        return REDIS.get().uri();
    }

    private static <T> T announced(T service) {
        System.out.println("[services] " + service);
        return service;
    }
}
