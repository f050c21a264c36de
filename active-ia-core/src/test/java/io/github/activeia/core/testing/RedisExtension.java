package io.github.activeia.core.testing;

/**
 * Gives the tests of a class a {@link TestRedis}: keys of its own for each class, deleted after the last test. Used like
 * {@link PostgresExtension}.
 */
public final class RedisExtension extends PerClass<TestRedis> {
    /** Creates the extension, as JUnit does. */
    public RedisExtension() {
        super(TestRedis.class, TestRedis::create);
    }
}
