package io.github.activeia.core.testing;

/**
 * Gives the tests of a class a {@link TestDatabase}: a fresh one for each class, shared by its tests and nested classes, and
 * dropped after the last.
 *
 * <pre>{@code
 * @ExtendWith(PostgresExtension.class)
 * class StoreTest {
 *     @Test
 *     void keeps_what_was_written(TestDatabase database) throws SQLException {
 *         try (Connection connection = database.connect()) { … }
 *     }
 * }
 * }</pre>
 */
public final class PostgresExtension extends PerClass<TestDatabase> {
    /** Creates the extension, as JUnit does. */
    public PostgresExtension() {
        super(TestDatabase.class, TestDatabase::create);
    }
}
